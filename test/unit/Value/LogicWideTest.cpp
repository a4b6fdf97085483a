//===- LogicWideTest.cpp - Very wide vectors, aliasing, two-state planes --===//
#include "Value/LogicWide.h"
#include "Reference.h"

#include <gtest/gtest.h>
#include <vector>

using namespace circtsim::value;
namespace ref = reference;
using ref::Bits;

namespace {

using Words = std::vector<uint64_t>;

Words randomWords(ref::Generator &draw, uint32_t width) {
  Words words(wordsFor(width));
  uint32_t used = 1 + draw.below(uint32_t(words.size()));
  for (uint32_t i = 0; i < used; ++i)
    words[i] = draw.below(4) == 0 ? (draw.flip() ? ~uint64_t(0) : 0)
                                  : (uint64_t(draw.below(~0u)) << 32 | draw.below(~0u));
  maskTop(words.data(), width);
  return words;
}

} // namespace

/// x == q * y + r and r < y, also beyond the inline scratch space.
TEST(LogicWide, DivisionInvariant) {
  ref::Generator draw(1);
  for (uint32_t width : {65u, 128u, 192u, 320u, 1000u, 4096u, 4100u, 9000u})
    for (int round = 0; round < 100; ++round) {
      Words x = randomWords(draw, width), y = randomWords(draw, width);
      uint32_t count = wordsFor(width);
      if (isZeroWords(y.data(), count))
        continue;
      Words q(count), r(count), back(count);
      wide::divU({q.data()}, {x.data()}, {y.data()}, width);
      wide::modU({r.data()}, {x.data()}, {y.data()}, width);
      EXPECT_LT(compareWords(r.data(), y.data(), count), 0);
      wide::mul({back.data()}, {q.data()}, {y.data()}, width);
      wide::add({back.data()}, {back.data()}, {r.data()}, width);
      EXPECT_EQ(back, x) << width;
    }
}

/// Divisors whose leading words make the first estimate of a digit too large.
TEST(LogicWide, DivisionCorrectionSteps) {
  Words x = {0, 0, 0x8000000000000000ull, 0x7fffffffffffffffull};
  Words y = {1, 0, 0x8000000000000000ull, 0};
  Words q(4), r(4), back(4);
  words::divide(q.data(), r.data(), x.data(), y.data(), 4);
  EXPECT_LT(compareWords(r.data(), y.data(), 4), 0);
  words::mul(back.data(), q.data(), y.data(), 4);
  wide::add({back.data()}, {back.data()}, {r.data()}, 256);
  EXPECT_EQ(back, x);
}

TEST(LogicWide, DestinationMayBeAnOperand) {
  using Binary = void (*)(Planes, ConstPlanes, ConstPlanes, uint32_t);
  const Binary operations[] = {wide::bitAnd, wide::bitOr, wide::bitXor, wide::bitXnor,
                               wide::add,    wide::sub,   wide::mul,    wide::divU,
                               wide::divS,   wide::modU,  wide::modS,   wide::merge};
  ref::Generator draw(2);
  for (uint32_t width : {5u, 64u, 100u, 200u, 5000u})
    for (int round = 0; round < 30; ++round)
      for (Binary op : operations) {
        LogicVector x = ref::toVector(draw.any(width)), y = ref::toVector(draw.any(width));
        LogicVector expected(width), left = x, right = y;
        op(expected.planes(), x.planes(), y.planes(), width);
        op(left.planes(), left.planes(), y.planes(), width);
        op(right.planes(), x.planes(), right.planes(), width);
        EXPECT_EQ(left, expected);
        EXPECT_EQ(right, expected);
      }
}

TEST(LogicWide, ShiftsAndResizeInPlace) {
  ref::Generator draw(3);
  for (uint32_t width : {64u, 65u, 130u, 300u})
    for (int round = 0; round < 200; ++round) {
      Bits bits = draw.any(width);
      uint64_t amount = draw.below(width + 10);
      Bits by = ref::fromVector(LogicVector::fromUint64(16, amount));
      LogicVector v = ref::toVector(bits);
      wide::shl(v.planes(), v.planes(), amount, width);
      EXPECT_EQ(ref::fromVector(v), ref::shift('<', bits, by));
      v = ref::toVector(bits);
      wide::shr(v.planes(), v.planes(), amount, width);
      EXPECT_EQ(ref::fromVector(v), ref::shift('>', bits, by));
      v = ref::toVector(bits);
      wide::ashr(v.planes(), v.planes(), amount, width);
      EXPECT_EQ(ref::fromVector(v), ref::shift('a', bits, by));
      uint32_t from = 1 + draw.below(width);
      v = ref::toVector(bits.substr(0, from) + Bits(width - from, '0'));
      wide::resize(v.planes(), width, v.planes(), from, true);
      EXPECT_EQ(ref::fromVector(v), bits.substr(0, from) + Bits(width - from, bits[from - 1]));
    }
}

/// A two-state destination takes the image of the four-state result.
TEST(LogicWide, TwoStateDestination) {
  using Binary = void (*)(Planes, ConstPlanes, ConstPlanes, uint32_t);
  const Binary operations[] = {wide::bitAnd, wide::bitOr, wide::bitXor, wide::bitXnor,
                               wide::add,    wide::sub,   wide::mul,    wide::divU,
                               wide::divS,   wide::modU,  wide::modS,   wide::merge};
  ref::Generator draw(4);
  for (uint32_t width : {3u, 64u, 70u, 128u})
    for (int round = 0; round < 100; ++round) {
      LogicVector x = ref::toVector(draw.any(width)), y = ref::toVector(draw.any(width));
      if (round % 3 == 0)
        y = LogicVector(width);
      Words image(wordsFor(width));
      auto check = [&](const LogicVector &fourState) {
        LogicVector expected = fourState.toTwoState();
        EXPECT_TRUE(equalWords(image.data(), expected.a(), wordsFor(width)));
      };
      for (Binary op : operations) {
        LogicVector result(width);
        op(result.planes(), x.planes(), y.planes(), width);
        op({image.data()}, x.planes(), y.planes(), width);
        check(result);
      }
      LogicVector result(width);
      uint64_t amount = draw.below(width);
      wide::ashr(result.planes(), x.planes(), amount, width);
      wide::ashr({image.data()}, x.planes(), amount, width);
      check(result);
      wide::extract(result.planes(), width, x.planes(), width, 2);
      wide::extract({image.data()}, width, x.planes(), width, 2);
      check(result);
      uint32_t from = width / 2 + 1;
      LogicVector narrow = x.resize(from);
      wide::resize(result.planes(), width, narrow.planes(), from, true);
      wide::resize({image.data()}, width, narrow.planes(), from, true);
      check(result);
    }
}

/// Operands without a b-plane behave like known four-state operands.
TEST(LogicWide, TwoStateOperands) {
  ref::Generator draw(5);
  for (uint32_t width : {9u, 64u, 130u})
    for (int round = 0; round < 100; ++round) {
      LogicVector x = ref::toVector(draw.known(width)), y = ref::toVector(draw.any(width));
      ConstPlanes twoState{x.a()};
      LogicVector expected(width), result(width);
      wide::bitAnd(expected.planes(), x.planes(), y.planes(), width);
      wide::bitAnd(result.planes(), twoState, y.planes(), width);
      EXPECT_EQ(result, expected);
      wide::merge(expected.planes(), x.planes(), y.planes(), width);
      wide::merge(result.planes(), twoState, y.planes(), width);
      EXPECT_EQ(result, expected);
      wide::bitNot(expected.planes(), x.planes(), width);
      wide::bitNot(result.planes(), twoState, width);
      EXPECT_EQ(result, expected);
      EXPECT_EQ(wide::eq(twoState, y.planes(), width), wide::eq(x.planes(), y.planes(), width));
      EXPECT_EQ(wide::ltS(twoState, y.planes(), width), wide::ltS(x.planes(), y.planes(), width));
      EXPECT_EQ(wide::reduceXor(twoState, width), wide::reduceXor(x.planes(), width));
    }
}

TEST(LogicWide, IndexValue) {
  int64_t value = 0;
  auto read = [&](const char *literal) {
    LogicVector index = *LogicVector::parse(literal);
    return wide::indexValue(index.ref(), value);
  };
  EXPECT_TRUE(read("8'hff"));
  EXPECT_EQ(value, 255);
  EXPECT_TRUE(read("8'shff"));
  EXPECT_EQ(value, -1);
  EXPECT_TRUE(read("64'hffffffffffffffff"));
  EXPECT_EQ(value, INT64_MAX);
  EXPECT_TRUE(read("100'sh5"));
  EXPECT_EQ(value, 5);
  EXPECT_TRUE(read("100'shfffffffffffffffffffffffff"));
  EXPECT_EQ(value, -1);
  EXPECT_TRUE(read("100'sh8000000000000000000000000"));
  EXPECT_EQ(value, INT64_MIN);
  EXPECT_TRUE(read("100'h8000000000000000000000000"));
  EXPECT_EQ(value, INT64_MAX);
  EXPECT_FALSE(read("8'b1x"));
}

TEST(LogicWide, Clog2) {
  for (auto [literal, expected] : {std::pair{"8'd0", 0u},
                                   {"8'd1", 0u},
                                   {"8'd2", 1u},
                                   {"8'd3", 2u},
                                   {"8'd128", 7u},
                                   {"8'd129", 8u},
                                   {"100'h10000000000000000", 64u},
                                   {"100'h10000000000000001", 65u}}) {
    LogicVector v = *LogicVector::parse(literal);
    EXPECT_EQ(wide::clog2(v.planes(), v.width()), expected) << literal;
    if (v.width() <= 64)
      EXPECT_EQ(bits64::clog2(v.low().a), expected) << literal;
  }
}

TEST(Words, BitRanges) {
  ref::Generator draw(6);
  for (int round = 0; round < 3000; ++round) {
    uint32_t size = 1 + draw.below(300), width = 1 + draw.below(size);
    uint32_t lo = draw.below(size - width + 1);
    Bits bits = draw.known(size), part = draw.known(width);
    LogicVector source = ref::toVector(bits), piece = ref::toVector(part), got(width);
    extractBits(got.planes().a, source.a(), lo, width);
    EXPECT_EQ(ref::fromVector(got), bits.substr(lo, width));
    LogicVector target = source;
    insertBits(target.planes().a, piece.a(), lo, width);
    EXPECT_EQ(ref::fromVector(target), Bits(bits).replace(lo, width, part));
    uint32_t to = draw.below(size - width + 1);
    target = LogicVector(size);
    copyBits(target.planes().a, to, source.a(), lo, width);
    EXPECT_EQ(ref::fromVector(target), Bits(size, '0').replace(to, width, bits.substr(lo, width)));
    target = source;
    fillBits(target.planes().a, true, lo, width);
    EXPECT_EQ(ref::fromVector(target), Bits(bits).replace(lo, width, Bits(width, '1')));
  }
}

TEST(Words, Masks) {
  EXPECT_EQ(wordsFor(1), 1u);
  EXPECT_EQ(wordsFor(64), 1u);
  EXPECT_EQ(wordsFor(65), 2u);
  EXPECT_EQ(wordsFor(~0u), 67108864u);
  EXPECT_EQ(lowMask(0), 0u);
  EXPECT_EQ(lowMask(1), 1u);
  EXPECT_EQ(lowMask(64), ~uint64_t(0));
  EXPECT_EQ(topMask(1), 1u);
  EXPECT_EQ(topMask(64), ~uint64_t(0));
  EXPECT_EQ(topMask(65), 1u);
  uint64_t words[] = {0, 4};
  EXPECT_EQ(activeBits(words, 2), 67u);
  EXPECT_EQ(significantWords(words, 2), 2u);
}

TEST(Bits64, EdgeCases) {
  uint64_t least = uint64_t(1) << 63;
  EXPECT_EQ(bits64::divS(least, ~uint64_t(0), 64), least);
  EXPECT_EQ(bits64::modS(least, ~uint64_t(0), 64), 0u);
  EXPECT_EQ(bits64::divS(5, 0, 64), 0u);
  EXPECT_EQ(bits64::divS(0xf9, 2, 8), 0xfdu); // -7 / 2 == -3
  EXPECT_EQ(bits64::modS(0xf9, 2, 8), 0xffu); // -7 % 2 == -1
  EXPECT_EQ(bits64::modS(7, 0xfe, 8), 1u);
  EXPECT_EQ(bits64::shl(1, 64, 64), 0u);
  EXPECT_EQ(bits64::shr(least, 64, 64), 0u);
  EXPECT_EQ(bits64::ashr(least, 200, 64), ~uint64_t(0));
  EXPECT_EQ(bits64::powU(3, 5, 8), 243u);
  EXPECT_EQ(bits64::powU(2, 64, 64), 0u);
  EXPECT_EQ(bits64::powU(0, 0, 8), 1u);
  EXPECT_EQ(bits64::powS(0xff, 0xfd, 8, 8), 0xffu); // (-1) ** -3
  EXPECT_EQ(bits64::powS(2, 0xff, 8, 8), 0u);
  EXPECT_TRUE(bits64::ltS(0x80, 0x7f, 8));
  EXPECT_EQ(bits64::resize(0x80, 8, 12, true), 0xf80u);
}
