//===- ValueOpsTest.cpp - instructions that only move and compute -------------===//
//
// One or more rows per opcode; expected values from the LRM's tables (11.4).
//
//===----------------------------------------------------------------------===//
#include "Assembler.h"

#include <bit>
#include <gtest/gtest.h>

using namespace circtsim::test;

namespace {

using Words = std::vector<uint64_t>;

/// One instruction: operands in field order. A field that is no value is an
/// immediate of one word.
struct Row {
  Opcode op;
  uint32_t aux;
  Words a, b, c;
  Words extension; ///< e0..e3, for two-unit instructions
  Words expected;  ///< slots of the result
};

/// Four-state value from letters, most significant first, as a pair.
Words L(std::string_view letters) {
  uint64_t a = 0, b = 0;
  for (char c : letters) {
    a = a << 1 | (c == '1' || c == 'x');
    b = b << 1 | (c == 'z' || c == 'x');
  }
  return {a, b};
}
Words K(uint64_t a) { return {a, 0}; }
Words R(double v) { return {std::bit_cast<uint64_t>(v)}; }
/// Four-state wide value: low word letters and a known high word.
Words W2(uint64_t a1, uint64_t a0, uint64_t b1, uint64_t b0) { return {a0, a1, b0, b1}; }

constexpr uint64_t Invalid = uint64_t(InvalidIndex);
constexpr uint64_t All = ~uint64_t(0);
constexpr uint32_t Four = FlagFour, Sgn = FlagSigned;

bool isImmediate(char letter) { return letter == 'k' || letter == '-'; }

FunctionCode assemble(const Row &row) {
  Assembler p;
  const bytecode::OpcodeInfo &info = bytecode::infoOf(row.op);
  auto place = [&](const Words &words, char letter) -> uint32_t {
    if (isImmediate(letter))
      return words.empty() ? 0 : uint32_t(words[0]);
    uint32_t slots = p.slots(uint32_t(words.size()) + 4);
    for (uint32_t i = 0; i != words.size(); ++i)
      p.op(Opcode::Mov, 0, slots + i, p.constant(words[i]));
    return slots;
  };
  Words initial = row.a.empty() ? Words(row.expected.size(), 0) : row.a;
  uint32_t a = place(initial, isImmediate(info.signature[0]) ? 'D' : info.signature[0]);
  uint32_t b = place(row.b, row.op == Opcode::MovN ? 'U' : info.signature[1]);
  uint32_t c = place(row.c, info.signature[2]);
  if (info.units == 2) {
    Words e = row.extension;
    e.resize(4);
    if (row.op == Opcode::MuxL) { // e0 is a slot
      uint32_t slot = p.slots(2);
      p.op(Opcode::Mov, 0, slot, p.constant(e[0])).op(Opcode::Mov, 0, slot + 1, p.constant(e[1]));
      e = {slot, 0, 0, 0};
    }
    p.op2(row.op, row.aux, a, b, c, uint32_t(e[0]), uint32_t(e[1]), uint32_t(e[2]),
          uint32_t(e[3]));
  } else {
    p.op(row.op, row.aux, a, b, c);
  }
  p.op(Opcode::Return, 0);
  p.code.resultSlot = a;
  p.code.resultSlots = uint32_t(row.expected.size());
  return p.finish();
}

void check(const std::vector<Row> &rows) {
  DesignBuilder b;
  ModuleId m = b.module("top");
  b.top(m);
  for (const Row &row : rows) {
    FunctionImage f;
    f.name = std::string(bytecode::nameOf(row.op));
    f.module = m;
    f.isMaterialised = true;
    f.code = assemble(row);
    b.image.functions.push_back(f);
  }
  Simulation s(b);
  ASSERT_TRUE(s.context->initialise());
  for (uint32_t i = 0; i != rows.size(); ++i) {
    Words result;
    ExitStatus status = s.context->calls.evaluate(i, s.context->design().tops[0], result);
    ASSERT_EQ(status, ExitStatus::Return);
    EXPECT_EQ(result, rows[i].expected) << "row " << i << ": " << b.image.functions[i].name;
  }
}

TEST(ValueOps, MovesAndConversions) {
  check({
      {Opcode::Nop, 0, {7}, {}, {}, {}, {7}},
      {Opcode::Mov, 0, {}, {42}, {}, {}, {42}},
      {Opcode::MovL, 0, {}, L("1x"), {}, {}, L("1x")},
      {Opcode::MovN, 0, {0, 0, 0}, {1, 2, 3}, {3}, {}, {1, 2, 3}},
      {Opcode::IToL, 0, {}, {5}, {}, {}, K(5)},
      {Opcode::LToI, 0, {}, L("1x1z"), {}, {}, {0xa}},
      {Opcode::TruncI, 4, {}, {0x7f}, {}, {}, {0xf}},
      {Opcode::TruncL, 2, {}, L("x1z"), {}, {}, L("1z")},
      {Opcode::SextI, 8, {}, {0xc}, {4}, {}, {0xfc}},
      {Opcode::SextL, 6, {}, L("x01"), {3}, {}, L("xxxx01")},
      {Opcode::SextL, 4, {}, L("z0"), {2}, {}, L("zzz0")},
      {Opcode::ExtW, Four | Sgn, {}, K(1u << 3), {}, {4, 70}, {All - 7, 0x3f, 0, 0}},
      {Opcode::ExtW, 0, {}, {All, All}, {}, {128, 3}, {7}},
      {Opcode::IToLW, 0, {}, {1, 2}, {}, {100}, {1, 2, 0, 0}},
      {Opcode::LToIW, 0, {}, {7, 7, 2, 0}, {}, {100}, {5, 7}},
      {Opcode::LToIndex, 4, {}, K(0xf), {1}, {}, {All}},
      {Opcode::LToIndex, 4, {}, K(0xf), {0}, {}, {15}},
      {Opcode::LToIndex, 4, {}, L("1z"), {0}, {}, {Invalid}},
      {Opcode::IToIndex, 8, {}, {0xfe}, {1}, {}, {All - 1}},
      {Opcode::ToIndexW, 0, {}, {5, 0}, {}, {100}, {5}},
      {Opcode::ToIndexW, 0, {}, {5, 1}, {}, {100}, {Invalid}},
      {Opcode::ToIndexW, Four, {}, {5, 0, 4, 0}, {}, {100}, {Invalid}},
      {Opcode::ToIndexW, 0, {}, {uint64_t(1) << 62, 0}, {}, {100}, {Invalid}},
      {Opcode::ToIndexW, 0, {}, {(uint64_t(1) << 62) - 1, 0}, {}, {100}, {(uint64_t(1) << 62) - 1}},
      // Bounds [7:4] and [4:7], packed and unpacked.
      {Opcode::NormIndex, 0, {}, {5}, {1}, {7, 4, 4}, {1}},
      {Opcode::NormIndex, 0, {}, {5}, {1}, {4, 7, 4}, {2}},
      {Opcode::NormIndex, 0, {}, {5}, {0}, {7, 4, 4}, {2}},
      {Opcode::NormIndex, 0, {}, {5}, {0}, {4, 7, 4}, {1}},
      {Opcode::NormIndex, 0, {}, {8}, {1}, {7, 4, 4}, {Invalid}},
      {Opcode::NormIndex, 0, {}, {Invalid}, {1}, {7, 4, 4}, {Invalid}},
      {Opcode::NormIndex, 0, {}, {All}, {1}, {3, uint32_t(-2), 6}, {1}},
      {Opcode::LinIndex, 10, {}, {3}, {4}, {}, {34}},
      {Opcode::LinIndex, 10, {}, {3}, {Invalid}, {}, {Invalid}},
      {Opcode::LinIndexK, 0, {}, {3}, {4}, {100000}, {300004}},
      {Opcode::AddIndex, 0, {}, {3}, {All}, {}, {2}},
      {Opcode::AddIndex, 0, {}, {Invalid}, {1}, {}, {Invalid}},
      {Opcode::Loc, 0, {9}, {}, {}, {}, {9}},
  });
}

TEST(ValueOps, TwoState) {
  check({
      {Opcode::AddI, 8, {}, {200}, {100}, {}, {44}},
      {Opcode::SubI, 8, {}, {1}, {2}, {}, {0xff}},
      {Opcode::MulI, 64, {}, {All}, {All}, {}, {1}},
      {Opcode::DivUI, 8, {}, {200}, {7}, {}, {28}},
      {Opcode::DivUI, 8, {}, {200}, {0}, {}, {0}},
      {Opcode::DivSI, 8, {}, {0xf9}, {2}, {}, {0xfd}}, // -7 / 2 = -3
      {Opcode::DivSI, 8, {}, {0x80}, {0xff}, {}, {0x80}},
      {Opcode::ModUI, 8, {}, {200}, {7}, {}, {4}},
      {Opcode::ModSI, 8, {}, {0xf9}, {2}, {}, {0xff}}, // -7 % 2 = -1
      {Opcode::PowUI, 8, {}, {3}, {5}, {}, {243}},
      {Opcode::PowSI, 8, {}, {0xff}, {0xfd}, {}, {0xff}}, // (-1) ** -3
      {Opcode::NegI, 8, {}, {1}, {}, {}, {0xff}},
      {Opcode::AndI, 8, {}, {0xc}, {0xa}, {}, {8}},
      {Opcode::OrI, 8, {}, {0xc}, {0xa}, {}, {0xe}},
      {Opcode::XorI, 8, {}, {0xc}, {0xa}, {}, {6}},
      {Opcode::NotI, 8, {}, {0xc}, {}, {}, {0xf3}},
      {Opcode::ShlI, 8, {}, {0x81}, {1}, {}, {2}},
      {Opcode::ShlI, 8, {}, {0x81}, {8}, {}, {0}},
      {Opcode::ShrI, 64, {}, {All}, {63}, {}, {1}},
      {Opcode::AshrI, 8, {}, {0x80}, {3}, {}, {0xf0}},
      {Opcode::AshrI, 8, {}, {0x80}, {100}, {}, {0xff}},
      {Opcode::EqI, 8, {}, {3}, {3}, {}, {1}},
      {Opcode::NeI, 8, {}, {3}, {3}, {}, {0}},
      {Opcode::LtUI, 8, {}, {3}, {0xff}, {}, {1}},
      {Opcode::LeUI, 8, {}, {3}, {3}, {}, {1}},
      {Opcode::LtSI, 8, {}, {3}, {0xff}, {}, {0}},
      {Opcode::LeSI, 8, {}, {0x80}, {3}, {}, {1}},
      {Opcode::RedAndI, 3, {}, {7}, {}, {}, {1}},
      {Opcode::RedAndI, 4, {}, {7}, {}, {}, {0}},
      {Opcode::RedOrI, 4, {}, {4}, {}, {}, {1}},
      {Opcode::RedXorI, 4, {}, {7}, {}, {}, {1}},
      {Opcode::LNotI, 4, {}, {0}, {}, {}, {1}},
      {Opcode::SelI, 8, {5}, {0}, {6}, {}, {5}},
      {Opcode::SelI, 8, {5}, {1}, {6}, {}, {6}},
      {Opcode::ExtractI, 4, {}, {0xabcd}, {8}, {}, {0xb}},
      {Opcode::ConcatI, 8, {}, {0xab}, {0xcd}, {}, {0xabcd}},
      {Opcode::InsertI, 4, {0xffff}, {0}, {4}, {}, {0xff0f}},
      {Opcode::ReplI, 2, {}, {2}, {4}, {}, {0xaa}},
  });
}

TEST(ValueOps, FourState) {
  check({
      {Opcode::AddL, 4, {}, K(9), K(9), {}, K(2)},
      {Opcode::AddL, 4, {}, K(9), L("000z"), {}, L("xxxx")},
      {Opcode::SubL, 4, {}, K(1), K(2), {}, K(15)},
      {Opcode::SubL, 2, {}, L("x0"), K(2), {}, L("xx")},
      {Opcode::MulL, 4, {}, K(5), K(5), {}, K(9)},
      {Opcode::DivUL, 4, {}, K(9), K(2), {}, K(4)},
      {Opcode::DivUL, 4, {}, K(9), K(0), {}, L("xxxx")},
      {Opcode::DivSL, 4, {}, K(9), K(2), {}, K(13)}, // -7 / 2 = -3
      {Opcode::ModUL, 4, {}, K(9), K(2), {}, K(1)},
      {Opcode::ModSL, 4, {}, K(9), K(2), {}, K(15)},
      {Opcode::PowUL, 8, {}, K(2), K(5), {}, K(32)},
      {Opcode::PowSL, 8, {}, K(0), K(0xff), {}, L("xxxxxxxx")}, // 0 ** -1
      {Opcode::NegL, 4, {}, K(1), {}, {}, K(15)},
      {Opcode::NegL, 2, {}, L("z1"), {}, {}, L("xx")},
      // Tables 11-11 to 11-15: 0, 1, x, z against each other.
      {Opcode::AndL, 4, {}, L("01xz"), L("0000"), {}, L("0000")},
      {Opcode::AndL, 4, {}, L("01xz"), L("1111"), {}, L("01xx")},
      {Opcode::AndL, 4, {}, L("01xz"), L("zzzz"), {}, L("0xxx")},
      {Opcode::OrL, 4, {}, L("01xz"), L("0000"), {}, L("01xx")},
      {Opcode::OrL, 4, {}, L("01xz"), L("xxxx"), {}, L("x1xx")},
      {Opcode::XorL, 4, {}, L("01xz"), L("1111"), {}, L("10xx")},
      {Opcode::NotL, 4, {}, L("01xz"), {}, {}, L("10xx")},
      {Opcode::ShlL, 4, {}, L("01xz"), K(1), {}, L("1xz0")},
      {Opcode::ShlL, 4, {}, K(1), L("x"), {}, L("xxxx")},
      {Opcode::ShrL, 4, {}, L("01xz"), K(2), {}, L("0001")},
      {Opcode::AshrL, 4, {}, L("x100"), K(2), {}, L("xxx1")},
      {Opcode::EqL, 4, {}, L("1x00"), L("0x00"), {}, K(0)},
      {Opcode::EqL, 4, {}, L("1x00"), L("1000"), {}, L("x")},
      {Opcode::EqL, 4, {}, K(3), K(3), {}, K(1)},
      {Opcode::NeL, 4, {}, L("1x00"), L("0x00"), {}, K(1)},
      {Opcode::CaseEqL, 4, {}, L("1xz0"), L("1xz0"), {}, {1}},
      {Opcode::CaseEqL, 4, {}, L("1xz0"), L("1xx0"), {}, {0}},
      {Opcode::WildEqL, 4, {}, L("1010"), L("1x1z"), {}, K(1)},
      {Opcode::WildEqL, 4, {}, L("x010"), L("101z"), {}, L("x")},
      {Opcode::CasezL, 4, {}, L("101z"), L("1z11"), {}, {1}},
      {Opcode::CasezL, 4, {}, L("101x"), L("1z11"), {}, {0}},
      {Opcode::CasexL, 4, {}, L("101x"), L("1z11"), {}, {1}},
      {Opcode::LtUL, 4, {}, K(3), K(15), {}, K(1)},
      {Opcode::LtUL, 4, {}, K(3), L("x000"), {}, L("x")},
      {Opcode::LeUL, 4, {}, K(3), K(3), {}, K(1)},
      {Opcode::LtSL, 4, {}, K(3), K(15), {}, K(0)},
      {Opcode::LeSL, 4, {}, K(15), K(3), {}, K(1)},
      {Opcode::LNotL, 4, {}, L("0x00"), {}, {}, L("x")},
      {Opcode::LNotL, 4, {}, L("1x00"), {}, {}, K(0)},
      {Opcode::LAndL, 1, {}, L("x"), K(0), {}, K(0)},
      {Opcode::LOrL, 1, {}, L("z"), K(1), {}, K(1)},
      {Opcode::BoolL, 4, {}, L("0z00"), {}, {}, L("x")},
      {Opcode::RedAndL, 2, {}, L("x0"), {}, {}, K(0)},
      {Opcode::RedAndL, 2, {}, L("x1"), {}, {}, L("x")},
      {Opcode::RedXorL, 3, {}, K(7), {}, {}, K(1)},
      {Opcode::IsTrueL, 4, {}, L("1x00"), {}, {}, {1}},
      {Opcode::IsTrueL, 4, {}, L("0x00"), {}, {}, {0}},
      {Opcode::IsUnknownL, 4, {}, L("0z00"), {}, {}, {1}},
      {Opcode::MergeL, 4, {}, L("01xz"), L("0011"), {}, L("0xxx")},
      {Opcode::SelL, 2, L("1x"), {1}, L("z0"), {}, L("z0")},
      {Opcode::SelL, 2, L("1x"), {0}, L("z0"), {}, L("1x")},
      {Opcode::MuxL, 2, {}, K(1), L("1z"), {0, 0}, L("1z")},
      {Opcode::MuxL, 2, {}, K(0), L("1z"), {2, 0}, K(2)},
      {Opcode::MuxL, 2, {}, L("x"), L("11"), {2, 0}, L("1x")},
      {Opcode::ExtractL, 2, {}, L("01xz10"), {2}, {}, L("xz")},
      {Opcode::ConcatL, 2, {}, L("1x"), L("z0"), {}, L("1xz0")},
      {Opcode::InsertL, 2, L("0000"), L("xz"), {1}, {}, L("0xz0")},
      {Opcode::ReplL, 2, {}, L("1x"), {3}, {}, L("1x1x1x")},
  });
}

TEST(ValueOps, Wide) {
  check({
      {Opcode::DynExtract, Four, {}, L("01xz"), {1}, {2, 4}, L("1x")},
      {Opcode::DynExtract, Four, {}, L("01xz"), {3}, {2, 4}, L("x0")},
      {Opcode::DynExtract, Four, {}, L("01xz"), {Invalid}, {2, 4}, L("xx")},
      {Opcode::DynExtract, 0, {}, {0xff00, 1}, {60}, {8, 65}, {0x10}},
      {Opcode::DynInsert, 0, {0}, {3}, {2}, {2, 4}, {0xc}},
      {Opcode::DynInsert, 0, {0}, {3}, {3}, {2, 4}, {8}},
      {Opcode::DynInsert, 0, {5}, {3}, {Invalid}, {2, 4}, {5}},
      {Opcode::MovW, 0, {}, {1, 2}, {}, {100}, {1, 2}},
      {Opcode::AddW, 0, {}, {All, 0}, {1, 0}, {100}, {0, 1}},
      {Opcode::AddW, Four, {}, W2(0, All, 0, 0), W2(0, 1, 0, 0), {100}, W2(1, 0, 0, 0)},
      {Opcode::SubW, 0, {}, {0, 1}, {1, 0}, {100}, {All, 0}},
      {Opcode::MulW, 0, {}, {All, 0}, {2, 0}, {100}, {All - 1, 1}},
      {Opcode::DivW, 0, {}, {0, 1}, {2, 0}, {100}, {uint64_t(1) << 63, 0}},
      {Opcode::DivW, Sgn, {}, {All, (uint64_t(1) << 36) - 1}, {1, 0}, {100},
       {All, (uint64_t(1) << 36) - 1}},
      {Opcode::ModW, 0, {}, {3, 1}, {4, 0}, {100}, {3, 0}},
      {Opcode::PowW, 0, {}, {2, 0}, {70, 0}, {100, 8}, {0, 64}},
      {Opcode::NegW, 0, {}, {1, 0}, {}, {66}, {All, 3}},
      {Opcode::AndW, 0, {}, {0xc, 0xc}, {0xa, 0xa}, {100}, {8, 8}},
      {Opcode::OrW, 0, {}, {0xc, 0xc}, {0xa, 0xa}, {100}, {0xe, 0xe}},
      {Opcode::XorW, 0, {}, {0xc, 0xc}, {0xa, 0xa}, {100}, {6, 6}},
      {Opcode::NotW, 0, {}, {0, 0}, {}, {66}, {All, 3}},
      {Opcode::ShlW, 0, {}, {1, 0}, {65}, {100, 8}, {0, 2}},
      {Opcode::ShrW, 0, {}, {0, 2}, {65}, {100, 8}, {1, 0}},
      {Opcode::AshrW, 0, {}, {0, 2}, {65}, {66, 8}, {All, 3}},
      {Opcode::EqW, Four, {}, W2(0, 1, 0, 0), W2(0, 1, 0, 0), {100}, K(1)},
      {Opcode::EqW, Four, {}, W2(1, 1, 1, 0), W2(0, 1, 0, 0), {100}, L("x")},
      {Opcode::EqW, 0, {}, {1, 2}, {1, 3}, {100}, {0}},
      {Opcode::CaseEqW, Four, {}, W2(1, 1, 1, 0), W2(1, 1, 1, 0), {100}, {1}},
      {Opcode::WildEqW, Four, {}, W2(0, 5, 0, 0), W2(1, 5, 1, 0), {100}, K(1)},
      {Opcode::CasezW, Four, {}, W2(0, 5, 0, 0), W2(0, 5, 1, 0), {100}, {1}},
      {Opcode::CasexW, Four, {}, W2(0, 5, 0, 0), W2(1, 5, 1, 0), {100}, {1}},
      {Opcode::LtW, 0, {}, {5, 0}, {0, 1}, {100}, {1}},
      {Opcode::LtW, Sgn, {}, {5, 0}, {0, 2}, {66}, {0}},
      {Opcode::LeW, Four, {}, W2(0, 5, 0, 0), W2(0, 5, 0, 0), {100}, K(1)},
      {Opcode::BoolW, Four, {}, W2(1, 0, 1, 0), {}, {100}, L("x")},
      {Opcode::RedAndW, 0, {}, {All, 3}, {}, {66}, {1}},
      {Opcode::RedXorW, 0, {}, {1, 1}, {}, {66}, {0}},
      {Opcode::IsTrueW, Four, {}, W2(1, 0, 1, 0), {}, {100}, {0}},
      {Opcode::IsUnknownW, Four, {}, W2(1, 0, 1, 0), {}, {100}, {1}},
      {Opcode::MergeW, Four, {}, W2(1, 1, 0, 0), W2(1, 0, 0, 0), {100}, W2(1, 1, 0, 1)},
      {Opcode::ExtractW, 0, {}, {0, 0xab}, {}, {8, 100, 64}, {0xab}},
      {Opcode::InsertW, 0, {0, 0}, {0xab}, {}, {8, 100, 64}, {0, 0xab}},
      {Opcode::ReplW, 0, {}, {3}, {}, {2, 33}, {All, 3}},
      {Opcode::FillW, Four, {}, {3}, {}, {66}, {All, 3, All, 3}},
      {Opcode::FillW, Four, {}, {2}, {}, {2}, L("zz")},
      {Opcode::CountBits, Four, {}, L("01xz1"), {2}, {5}, {2}},
      {Opcode::CountBits, Four, {}, L("01xz1"), {12}, {5}, {2}},
      {Opcode::ReverseBits, 0, {}, {0xabcd}, {}, {16, 4}, {0xdcba}},
      {Opcode::ReverseBits, 0, {}, {6}, {}, {4, 1}, {6}},
  });
}

TEST(ValueOps, WideResultsMayOverlapOperands) {
  // b starts one slot above a: a naive word loop would destroy it.
  DesignBuilder b;
  ModuleId m = b.module("top");
  b.top(m);
  Assembler p;
  uint32_t base = p.slots(6);
  p.op(Opcode::Mov, 0, base + 1, p.constant(All)).op(Opcode::Mov, 0, base + 2, p.constant(1));
  p.op2(Opcode::ShlW, 0, base, base + 1, p.constant(1), 128, 64);
  p.op(Opcode::Return, 0);
  p.code.resultSlot = base;
  p.code.resultSlots = 2;
  b.function(m, p);
  Simulation s(b);
  ASSERT_TRUE(s.context->initialise());
  Words result;
  s.context->calls.evaluate(0, s.context->design().tops[0], result);
  EXPECT_EQ(result, (Words{All - 1, 3}));
}

TEST(ValueOps, Real) {
  check({
      {Opcode::AddR, 0, {}, R(1.5), R(2.25), {}, R(3.75)},
      {Opcode::SubR, 0, {}, R(1.5), R(2.25), {}, R(-0.75)},
      {Opcode::MulR, 0, {}, R(1.5), R(2), {}, R(3)},
      {Opcode::DivR, 0, {}, R(1), R(4), {}, R(0.25)},
      {Opcode::PowR, 0, {}, R(2), R(0.5), {}, R(1.4142135623730951)},
      {Opcode::NegR, 0, {}, R(1), {}, {}, R(-1)},
      {Opcode::EqR, 0, {}, R(1), R(1), {}, {1}},
      {Opcode::NeR, 0, {}, R(1), R(1), {}, {0}},
      {Opcode::LtR, 0, {}, R(1), R(2), {}, {1}},
      {Opcode::LeR, 0, {}, R(3), R(2), {}, {0}},
      {Opcode::BoolR, 0, {}, R(0.5), {}, {}, {1}},
      {Opcode::RoundF, 0, {}, R(0.1), {}, {}, R(double(0.1f))},
      {Opcode::ToReal, Sgn, {}, {0xff}, {}, {8}, R(-1)},
      {Opcode::ToReal, Four, {}, L("1x"), {}, {2}, R(2)},
      {Opcode::FromReal, 0, {}, R(2.5), {}, {8}, {3}},
      {Opcode::FromReal, 0, {}, R(-2.5), {}, {8}, {0xfd}},
  });
}

} // namespace
