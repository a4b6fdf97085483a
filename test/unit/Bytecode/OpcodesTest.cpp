// The table of instructions: completeness, decoding of operands.
#include "Bytecode/Opcodes.h"

#include <gtest/gtest.h>

#include <set>

using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
Instr make(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0, uint16_t aux = 0) {
  return {uint16_t(op), aux, a, b, c};
}
const Operand *find(const OperandList &list, Field field) {
  for (const Operand &operand : list)
    if (operand.field == field)
      return &operand;
  return nullptr;
}
} // namespace

TEST(Opcodes, namesAreUniqueAndFound) {
  std::set<std::string_view> names;
  for (unsigned i = 0; i < NumOpcodes; ++i) {
    EXPECT_TRUE(names.insert(nameOf(Opcode(i))).second) << nameOf(Opcode(i));
    EXPECT_EQ(opcodeNamed(nameOf(Opcode(i))), Opcode(i));
  }
  EXPECT_EQ(opcodeNamed("NoSuchInstruction"), std::nullopt);
}

TEST(Opcodes, everyRowDecodes) {
  for (unsigned i = 0; i < NumOpcodes; ++i) {
    auto op = Opcode(i);
    Extension ext{70, 70, 0, 0};
    OperandList list = operandsOf(make(op), &ext);
    EXPECT_TRUE(unitsOf(op) == 1 || unitsOf(op) == 2);
    EXPECT_LE(list.size, NumFields);
    EXPECT_FALSE(infoOf(op).doc.empty()) << nameOf(op);
    for (const Operand &operand : list)
      if (operand.kind == OperandKind::Slots)
        EXPECT_TRUE(operand.isDef || operand.isUse) << nameOf(op);
  }
}

TEST(Opcodes, smallOperands) {
  OperandList add = operandsOf(make(Opcode::AddL, 4, 6, 8, 8), nullptr);
  ASSERT_EQ(add.size, 3u);
  EXPECT_TRUE(add.items[0].isDef && !add.items[0].isUse);
  EXPECT_EQ(add.items[0].count, 2u);
  EXPECT_TRUE(add.items[1].isUse);
  OperandList select = operandsOf(make(Opcode::SelI, 4, 6, 8), nullptr);
  EXPECT_TRUE(select.items[0].isDef && select.items[0].isUse) << "the old value counts";
}

TEST(Opcodes, widthsOfWideOperands) {
  Extension ext{100, 40, 7, 0};
  OperandList extend = operandsOf(make(Opcode::ExtW, 0, 10, 0, FlagFour), &ext);
  EXPECT_EQ(find(extend, Field::B)->count, 4u) << "100 bits, two planes";
  EXPECT_EQ(find(extend, Field::A)->count, 2u) << "40 bits, two planes";
  OperandList compare = operandsOf(make(Opcode::EqW, 0, 10, 20), &ext);
  EXPECT_EQ(find(compare, Field::A)->count, 1u);
  EXPECT_EQ(find(compare, Field::C)->count, 2u);
  OperandList shift = operandsOf(make(Opcode::ShlW, 0, 10, 20, FlagFour), &ext);
  EXPECT_EQ(find(shift, Field::C)->count, 2u) << "the amount has its own width";
  Extension repeat{8, 9, 0, 0};
  EXPECT_EQ(find(operandsOf(make(Opcode::ReplW, 0, 10), &repeat), Field::A)->count, 2u);
  OperandList toLogic = operandsOf(make(Opcode::IToLW, 0, 10), &ext);
  EXPECT_EQ(find(toLogic, Field::A)->count, 4u);
  EXPECT_EQ(find(toLogic, Field::B)->count, 2u);
}

TEST(Opcodes, specialOperands) {
  Extension call{SelfInstance, 3, 0, 0};
  OperandList list = operandsOf(make(Opcode::Call, 7, 10, NoSlot), &call);
  EXPECT_EQ(find(list, Field::A)->kind, OperandKind::Function);
  EXPECT_EQ(find(list, Field::B)->kind, OperandKind::Slots);
  EXPECT_EQ(find(list, Field::B)->count, 3u);
  EXPECT_TRUE(find(list, Field::C)->isDef && find(list, Field::C)->isOptional);
  Extension indirect{SelfInstance, 3, 2, 1};
  list = operandsOf(make(Opcode::CallIndirect, 7, 10, 20), &indirect);
  EXPECT_TRUE(find(list, Field::A)->isUse);
  EXPECT_EQ(find(list, Field::B)->count, 3u);
  EXPECT_EQ(find(list, Field::C)->count, 2u);
  EXPECT_TRUE(find(list, Field::C)->isDef);
  EXPECT_EQ(find(list, Field::E3)->kind, OperandKind::Site);
  Extension drive{8, 8, 20, 0};
  EXPECT_EQ(find(operandsOf(make(Opcode::Drive, 0, 5, 0), &drive), Field::E2)->count, 3u);
  Extension element{8, 4, 1, 2};
  OperandList store = operandsOf(make(Opcode::StElem, 0, 5, 9, FlagSlotAddressed), &element);
  EXPECT_EQ(find(store, Field::C)->kind, OperandKind::InstanceSlot);
  EXPECT_EQ(find(store, Field::E3), nullptr) << "no local signal behind a slot";
  OperandList copy = operandsOf(make(Opcode::MovN, 0, 5, 4), nullptr);
  EXPECT_EQ(find(copy, Field::A)->count, 4u);
  EXPECT_TRUE(find(copy, Field::A)->isDef);
}

TEST(Opcodes, fields) {
  Instr instr = make(Opcode::AddW, 1, 2, 3);
  Extension ext{4, 5, 6, 7};
  for (unsigned i = 0; i < NumFields; ++i) {
    EXPECT_EQ(fieldOf(instr, &ext, Field(i)), i + 1);
    setField(instr, &ext, Field(i), 100 + i);
    EXPECT_EQ(fieldOf(instr, &ext, Field(i)), 100 + i);
  }
}

TEST(Opcodes, families) {
  EXPECT_TRUE(isTerminator(Opcode::Jmp));
  EXPECT_FALSE(isTerminator(Opcode::BrTrue));
  EXPECT_TRUE(isSuspension(Opcode::WaitDelay));
  EXPECT_FALSE(isSuspension(Opcode::NbaI));
  EXPECT_EQ(slotsFor(64, false), 1u);
  EXPECT_EQ(slotsFor(64, true), 2u);
  EXPECT_EQ(slotsFor(65, true), 4u);
}
