//===- LogicPropertyTest.cpp - Logic64 and LogicWide against a reference --===//
//
// Random operands of many widths through three implementations: Logic64 (up to 64
// bits), LogicWide through LogicVector, and the bit-by-bit reference.
//
//===----------------------------------------------------------------------===//
#include "Reference.h"
#include "Value/Strength.h"

#include <gtest/gtest.h>

using namespace circtsim::value;
namespace ref = reference;
using ref::Bits;

namespace {

constexpr uint32_t widths[] = {1,  2,  3,  7,  8,   15,  31,  32,  33,  48,
                               63, 64, 65, 70, 127, 128, 129, 192, 200, 257};
constexpr uint32_t roundsPerWidth = 150;

/// Checks a result of Logic64 and one of LogicVector against the reference.
#define EXPECT_NARROW(expression, expected)                                                        \
  if (width <= 64) {                                                                               \
    Logic64 narrow = expression;                                                                   \
    uint32_t bits = uint32_t((expected).size());                                                   \
    EXPECT_EQ(ref::fromLogic64(narrow, bits), expected) << #expression << context;                 \
    EXPECT_TRUE(ref::isNormal(narrow, bits)) << #expression << context;                            \
  }
#define EXPECT_VECTOR(expression, expected)                                                        \
  EXPECT_EQ(ref::fromVector(expression), expected) << #expression << context

struct Sample {
  uint32_t width;
  Bits x, y;
  LogicVector vx, vy, sx, sy;
  Logic64 nx{0, 0}, ny{0, 0};
  std::string context;

  Sample(uint32_t width, Bits left, Bits right)
      : width(width), x(std::move(left)), y(std::move(right)), vx(ref::toVector(x)),
        vy(ref::toVector(y)), sx(vx.withSign(true)), sy(vy.withSign(true)) {
    if (width <= 64) {
      nx = vx.low();
      ny = vy.low();
    }
    context = " x=" + Bits(x.rbegin(), x.rend()) + " y=" + Bits(y.rbegin(), y.rend());
  }
};

void forSamples(uint32_t seed, bool related, const std::function<void(Sample &)> &check) {
  ref::Generator draw(seed);
  for (uint32_t width : widths)
    for (uint32_t round = 0; round < roundsPerWidth; ++round) {
      Bits x = draw.any(width);
      Sample sample(width, x, related && draw.flip() ? draw.like(x) : draw.any(width));
      check(sample);
    }
}

#define UNPACK(s)                                                                                  \
  [[maybe_unused]] uint32_t width = s.width;                                                       \
  [[maybe_unused]] const Bits &x = s.x, &y = s.y;                                                  \
  [[maybe_unused]] Logic64 nx = s.nx, ny = s.ny;                                                   \
  [[maybe_unused]] const LogicVector &vx = s.vx, &vy = s.vy, &sx = s.sx, &sy = s.sy;               \
  [[maybe_unused]] const std::string &context = s.context

} // namespace

TEST(LogicProperty, Bitwise) {
  forSamples(1, false, [](Sample &s) {
    UNPACK(s);
    Bits expected = ref::apply(ref::andTable, x, y);
    EXPECT_NARROW(logic64::bitAnd(nx, ny), expected);
    EXPECT_VECTOR(bitAnd(vx, vy), expected);
    expected = ref::apply(ref::orTable, x, y);
    EXPECT_NARROW(logic64::bitOr(nx, ny), expected);
    EXPECT_VECTOR(bitOr(vx, vy), expected);
    expected = ref::apply(ref::xorTable, x, y);
    EXPECT_NARROW(logic64::bitXor(nx, ny), expected);
    EXPECT_VECTOR(bitXor(vx, vy), expected);
    expected = ref::apply(ref::xnorTable, x, y);
    EXPECT_NARROW(logic64::bitXnor(nx, ny, width), expected);
    EXPECT_VECTOR(bitXnor(vx, vy), expected);
    expected = ref::invert(x);
    EXPECT_NARROW(logic64::bitNot(nx, width), expected);
    EXPECT_VECTOR(bitNot(vx), expected);
  });
}

TEST(LogicProperty, Arithmetic) {
  forSamples(2, false, [](Sample &s) {
    UNPACK(s);
    Bits expected = ref::arithmetic('+', false, x, y);
    EXPECT_NARROW(logic64::add(nx, ny, width), expected);
    EXPECT_VECTOR(add(vx, vy), expected);
    expected = ref::arithmetic('-', false, x, y);
    EXPECT_NARROW(logic64::sub(nx, ny, width), expected);
    EXPECT_VECTOR(sub(vx, vy), expected);
    expected = ref::arithmetic('*', false, x, y);
    EXPECT_NARROW(logic64::mul(nx, ny, width), expected);
    EXPECT_VECTOR(mul(vx, vy), expected);
    expected = ref::unknown(x) ? ref::allX(width) : ref::negKnown(x);
    EXPECT_NARROW(logic64::neg(nx, width), expected);
    EXPECT_VECTOR(neg(vx), expected);
  });
}

TEST(LogicProperty, Division) {
  forSamples(3, false, [](Sample &s) {
    UNPACK(s);
    Bits expected = ref::arithmetic('/', false, x, y);
    EXPECT_NARROW(logic64::divU(nx, ny, width), expected);
    EXPECT_VECTOR(div(vx, vy), expected);
    expected = ref::arithmetic('%', false, x, y);
    EXPECT_NARROW(logic64::modU(nx, ny, width), expected);
    EXPECT_VECTOR(mod(vx, vy), expected);
    expected = ref::arithmetic('/', true, x, y);
    EXPECT_NARROW(logic64::divS(nx, ny, width), expected);
    EXPECT_VECTOR(div(sx, sy), expected);
    expected = ref::arithmetic('%', true, x, y);
    EXPECT_NARROW(logic64::modS(nx, ny, width), expected);
    EXPECT_VECTOR(mod(sx, sy), expected);
  });
}

TEST(LogicProperty, Power) {
  ref::Generator draw(4);
  for (uint32_t width : widths)
    for (uint32_t round = 0; round < 60; ++round) {
      uint32_t yWidth = 1 + draw.below(7);
      Sample s(width, draw.any(width), draw.any(yWidth));
      if (round % 4 == 0)
        s = Sample(width, round % 8 ? Bits(width, '1') : "1" + Bits(width - 1, '0'), s.y);
      UNPACK(s);
      for (bool xSigned : {false, true})
        for (bool ySigned : {false, true}) {
          Bits expected = ref::power(x, xSigned, y, ySigned);
          EXPECT_NARROW(logic64::power(nx, width, xSigned, vy.low(), yWidth, ySigned), expected);
          EXPECT_VECTOR(power(xSigned ? sx : vx, ySigned ? sy : vy), expected);
        }
    }
}

TEST(LogicProperty, Shifts) {
  ref::Generator draw(5);
  for (uint32_t width : widths)
    for (uint32_t round = 0; round < roundsPerWidth; ++round) {
      uint32_t yWidth = 1 + draw.below(round % 5 ? 10 : 70);
      Sample s(width, draw.any(width), draw.any(yWidth));
      UNPACK(s);
      Bits expected = ref::shift('<', x, y);
      if (yWidth <= 64)
        EXPECT_NARROW(logic64::shl(nx, vy.low(), width), expected);
      EXPECT_VECTOR(shl(vx, vy), expected);
      expected = ref::shift('>', x, y);
      if (yWidth <= 64)
        EXPECT_NARROW(logic64::shr(nx, vy.low(), width), expected);
      EXPECT_VECTOR(shr(vx, vy), expected);
      EXPECT_VECTOR(ashr(vx, vy), expected);
      expected = ref::shift('a', x, y);
      if (yWidth <= 64)
        EXPECT_NARROW(logic64::ashr(nx, vy.low(), width), expected);
      EXPECT_VECTOR(ashr(sx, vy), expected);
    }
}

TEST(LogicProperty, Equality) {
  forSamples(6, true, [](Sample &s) {
    UNPACK(s);
    Bits expected = ref::equal(x, y);
    EXPECT_NARROW(logic64::eq(nx, ny), expected);
    EXPECT_VECTOR(eq(vx, vy), expected);
    EXPECT_NARROW(logic64::ne(nx, ny), ref::invert(expected));
    EXPECT_VECTOR(ne(vx, vy), ref::invert(expected));
    expected = ref::wildcardEqual(x, y);
    EXPECT_NARROW(logic64::wildcardEq(nx, ny), expected);
    EXPECT_VECTOR(wildcardEq(vx, vy), expected);
    EXPECT_NARROW(logic64::wildcardNe(nx, ny), ref::invert(expected));
    EXPECT_VECTOR(wildcardNe(vx, vy), ref::invert(expected));
    EXPECT_EQ(caseEq(vx, vy).isTrue(), x == y) << context;
    EXPECT_EQ(casezMatch(vx, vy), ref::caseMatch(x, y, "z")) << context;
    EXPECT_EQ(casexMatch(vx, vy), ref::caseMatch(x, y, "xz")) << context;
    if (width <= 64) {
      EXPECT_EQ(logic64::caseEq(nx, ny), x == y) << context;
      EXPECT_EQ(logic64::casezMatch(nx, ny), ref::caseMatch(x, y, "z")) << context;
      EXPECT_EQ(logic64::casexMatch(nx, ny), ref::caseMatch(x, y, "xz")) << context;
    }
  });
}

TEST(LogicProperty, Relations) {
  forSamples(7, true, [](Sample &s) {
    UNPACK(s);
    Bits below = ref::less(false, x, y), above = ref::less(false, y, x);
    EXPECT_NARROW(logic64::ltU(nx, ny), below);
    EXPECT_NARROW(logic64::gtU(nx, ny), above);
    EXPECT_NARROW(logic64::geU(nx, ny), ref::invert(below));
    EXPECT_NARROW(logic64::leU(nx, ny), ref::invert(above));
    EXPECT_VECTOR(lt(vx, vy), below);
    EXPECT_VECTOR(gt(vx, sy), above);
    EXPECT_VECTOR(ge(sx, vy), ref::invert(below));
    EXPECT_VECTOR(le(vx, vy), ref::invert(above));
    below = ref::less(true, x, y), above = ref::less(true, y, x);
    EXPECT_NARROW(logic64::ltS(nx, ny, width), below);
    EXPECT_NARROW(logic64::gtS(nx, ny, width), above);
    EXPECT_NARROW(logic64::geS(nx, ny, width), ref::invert(below));
    EXPECT_NARROW(logic64::leS(nx, ny, width), ref::invert(above));
    EXPECT_VECTOR(lt(sx, sy), below);
    EXPECT_VECTOR(gt(sx, sy), above);
    EXPECT_VECTOR(ge(sx, sy), ref::invert(below));
    EXPECT_VECTOR(le(sx, sy), ref::invert(above));
  });
}

TEST(LogicProperty, LogicalAndReductions) {
  forSamples(8, false, [](Sample &s) {
    UNPACK(s);
    Bits tx = ref::truth(x), ty = ref::truth(y);
    EXPECT_NARROW(logic64::truth(nx), tx);
    EXPECT_NARROW(logic64::logicNot(nx), ref::invert(tx));
    EXPECT_VECTOR(logicNot(vx), ref::invert(tx));
    Bits expected = ref::apply(ref::andTable, tx, ty);
    EXPECT_NARROW(logic64::logicAnd(nx, ny), expected);
    EXPECT_VECTOR(logicAnd(vx, vy), expected);
    expected = ref::apply(ref::orTable, tx, ty);
    EXPECT_NARROW(logic64::logicOr(nx, ny), expected);
    EXPECT_VECTOR(logicOr(vx, vy), expected);
    Bits forth = ref::apply(ref::orTable, ref::invert(tx), ty);
    Bits back = ref::apply(ref::orTable, ref::invert(ty), tx);
    EXPECT_NARROW(logic64::implies(nx, ny), forth);
    EXPECT_VECTOR(implies(vx, vy), forth);
    expected = ref::apply(ref::andTable, forth, back);
    EXPECT_NARROW(logic64::equivalent(nx, ny), expected);
    EXPECT_VECTOR(equivalent(vx, vy), expected);

    expected = ref::reduce(ref::andTable, x);
    EXPECT_NARROW(logic64::reduceAnd(nx, width), expected);
    EXPECT_NARROW(logic64::reduceNand(nx, width), ref::invert(expected));
    EXPECT_VECTOR(reduceAnd(vx), expected);
    EXPECT_VECTOR(reduceNand(vx), ref::invert(expected));
    EXPECT_NARROW(logic64::reduceOr(nx), tx);
    EXPECT_NARROW(logic64::reduceNor(nx), ref::invert(tx));
    EXPECT_VECTOR(reduceOr(vx), tx);
    EXPECT_VECTOR(reduceNor(vx), ref::invert(tx));
    expected = ref::reduce(ref::xorTable, x);
    EXPECT_NARROW(logic64::reduceXor(nx), expected);
    EXPECT_NARROW(logic64::reduceXnor(nx), ref::invert(expected));
    EXPECT_VECTOR(reduceXor(vx), expected);
    EXPECT_VECTOR(reduceXnor(vx), ref::invert(expected));
  });
}

TEST(LogicProperty, Mux) {
  ref::Generator draw(9);
  forSamples(9, true, [&](Sample &s) {
    UNPACK(s);
    uint32_t cWidth = 1 + draw.below(3);
    Bits condition = draw.any(cWidth);
    LogicVector vc = ref::toVector(condition);
    Bits expected = ref::mux(condition, x, y);
    EXPECT_NARROW(logic64::mux(vc.low(), nx, ny), expected);
    EXPECT_VECTOR(mux(vc, vx, vy), expected);
  });
}

TEST(LogicProperty, Resize) {
  ref::Generator draw(10);
  for (uint32_t width : widths)
    for (uint32_t to : widths)
      for (bool isSigned : {false, true}) {
        Sample s(width, draw.any(width), "0");
        UNPACK(s);
        char fill = isSigned ? x.back() : '0';
        Bits expected = to <= width ? x.substr(0, to) : x + Bits(to - width, fill);
        EXPECT_VECTOR(vx.resize(to, isSigned), expected);
        if (to <= 64)
          EXPECT_NARROW(logic64::resize(nx, width, to, isSigned), expected);
      }
}

TEST(LogicProperty, Selects) {
  ref::Generator draw(11);
  for (uint32_t width : widths)
    for (uint32_t round = 0; round < roundsPerWidth; ++round) {
      uint32_t part = 1 + draw.below(round % 3 ? 70 : 150);
      int64_t lo = int64_t(draw.below(width + 2 * part + 4)) - part - 2;
      Sample s(width, draw.any(width), draw.any(part));
      UNPACK(s);
      Bits expected = ref::extract(x, lo, part);
      EXPECT_VECTOR(extract(vx, lo, part), expected);
      if (part <= 64)
        EXPECT_NARROW(logic64::extract(nx, width, lo, part), expected);
      expected = ref::insert(x, y, lo);
      EXPECT_VECTOR(insert(vx, vy, lo), expected);
      if (part <= 64)
        EXPECT_NARROW(logic64::insert(nx, width, vy.low(), lo, part), expected);
      LogicVector stored = vx;
      bool changed = wide::store(stored.planes(), width, vy.planes(), part, lo);
      EXPECT_VECTOR(stored, expected);
      EXPECT_EQ(changed, expected != x) << context;
    }
}

TEST(LogicProperty, DynamicSelect) {
  ref::Generator draw(12);
  for (uint32_t width : widths)
    for (uint32_t round = 0; round < roundsPerWidth; ++round) {
      uint32_t indexWidth = 1 + draw.below(round % 4 ? 9 : 70), part = 1 + draw.below(20);
      Bits index = draw.any(indexWidth);
      Sample s(width, draw.any(width), index);
      UNPACK(s);
      for (bool isSigned : {false, true}) {
        Bits expected = ref::allX(part);
        if (!ref::unknown(index)) {
          bool negative = isSigned && index.back() == '1';
          Bits magnitude = negative ? ref::negKnown(index) : index;
          int64_t lo = 0;
          for (size_t i = magnitude.size(); i-- > 0;)
            lo = std::min<int64_t>(lo * 2 + (magnitude[i] == '1'), 1 << 20);
          expected = ref::extract(x, negative ? -lo : lo, part);
        }
        EXPECT_VECTOR(select(vx, isSigned ? sy : vy, part), expected);
        if (indexWidth <= 64)
          EXPECT_NARROW(logic64::select(nx, width, vy.low(), indexWidth, isSigned, part), expected);
      }
    }
}

TEST(LogicProperty, ConcatReplicateStream) {
  ref::Generator draw(13);
  forSamples(13, false, [&](Sample &s) {
    UNPACK(s);
    EXPECT_VECTOR(concat(vx, vy), y + x);
    LogicVector parts[] = {vx, vy, vx};
    EXPECT_VECTOR(concat(parts, 3), x + y + x);
    uint32_t count = 1 + draw.below(4);
    Bits expected;
    for (uint32_t i = 0; i < count; ++i)
      expected += x;
    EXPECT_VECTOR(replicate(vx, count), expected);
    if (width * count <= 64)
      EXPECT_NARROW(logic64::replicate(nx, width, count), expected);
    if (width <= 32)
      EXPECT_NARROW(logic64::concat(nx, ny, width), y + x);
    uint32_t slice = 1 + draw.below(width + 3);
    expected.clear();
    for (uint32_t lo = 0; lo < width; lo += slice)
      expected = x.substr(lo, slice) + expected;
    EXPECT_VECTOR(streamReverse(vx, slice), expected);
  });
}

TEST(LogicProperty, Counting) {
  forSamples(14, false, [](Sample &s) {
    UNPACK(s);
    for (unsigned set = 0; set < 16; ++set) {
      uint32_t expected = 0;
      for (char c : x)
        expected += (set >> (c == '0' ? 0 : c == '1' ? 1 : c == 'z' ? 2 : 3)) & 1;
      EXPECT_EQ(wide::countBits(vx.planes(), width, set), expected) << context;
      if (width <= 64)
        EXPECT_EQ(logic64::countBits(nx, width, set), expected) << context;
    }
    EXPECT_EQ(wide::countOnes(vx.planes(), width), std::count(x.begin(), x.end(), '1'));
  });
}

TEST(LogicProperty, NetResolution) {
  using Narrow = Logic64 (*)(Logic64, Logic64);
  using Wide = void (*)(Planes, ConstPlanes, ConstPlanes, uint32_t);
  struct Row {
    const ref::Table &table;
    Narrow narrow;
    Wide wideOp;
  };
  const Row rows[] = {{ref::wireTable, logic64::resolveWire, wide::resolveWire},
                      {ref::wandTable, logic64::resolveAnd, wide::resolveAnd},
                      {ref::worTable, logic64::resolveOr, wide::resolveOr}};
  forSamples(15, true, [&](Sample &s) {
    UNPACK(s);
    for (const Row &row : rows) {
      Bits expected = ref::apply(row.table, x, y);
      EXPECT_NARROW(row.narrow(nx, ny), expected);
      LogicVector result(width);
      row.wideOp(result.planes(), vx.planes(), vy.planes(), width);
      EXPECT_VECTOR(result, expected);
    }
    Bits down = x, up = x, kept = x;
    for (size_t i = 0; i < x.size(); ++i)
      if (x[i] == 'z') {
        down[i] = '0';
        up[i] = '1';
        kept[i] = y[i];
      }
    EXPECT_NARROW(logic64::pullDown(nx), down);
    EXPECT_NARROW(logic64::pullUp(nx), up);
    EXPECT_NARROW(logic64::keepCharge(nx, ny), kept);
    LogicVector result(width);
    wide::keepCharge(result.planes(), vx.planes(), vy.planes(), width);
    EXPECT_VECTOR(result, kept);
  });
}
