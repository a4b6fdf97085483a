// Slots by liveness, moves that vanish, and the last step to FunctionCode.
#include "Bytecode/Gen/VirtualCode.h"
#include "Bytecode/Verifier.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::bytecode;
using namespace circtsim::model;

namespace {
/// Emits forwards: each instruction is a chunk, the order is turned before finishing.
struct Builder {
  VirtualCode code;
  std::vector<std::function<void()>> steps;
  void add(Opcode op, uint32_t a = 0, uint32_t b = 0, uint32_t c = 0) {
    steps.push_back([=, this] { code.emit(op, a, b, c, 8); });
  }
  void label(Label label) {
    steps.push_back([=, this] { code.place(label); });
  }
  FunctionCode finish() {
    for (auto it = steps.rbegin(); it != steps.rend(); ++it) {
      (*it)();
      code.closeChunk();
    }
    FunctionCode out;
    finishCode(code, out);
    for (const std::string &message : verifyFunction(out))
      ADD_FAILURE() << message;
    return out;
  }
};
Opcode opcodeAt(const FunctionCode &code, size_t unit) { return Opcode(code.code[unit].op); }
} // namespace

TEST(Allocation, slotsAreReused) {
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot previous = x;
  for (int i = 0; i < 20; ++i) {
    VSlot next = b.code.newRegister(1);
    b.add(Opcode::AddI, next, previous, x);
    previous = next;
  }
  b.add(Opcode::WaitDelay, previous);
  b.add(Opcode::Return);
  EXPECT_EQ(b.finish().frameSlots, 2u);
}

TEST(Allocation, resultTakesTheSlotOfADyingOperand) {
  Builder b;
  VSlot x = b.code.newRegister(2, Register::Argument);
  VSlot y = b.code.newRegister(2);
  b.add(Opcode::NotL, y, x);
  b.add(Opcode::BrTrueL, y, b.code.newLabel());
  b.label(0);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  EXPECT_EQ(code.frameSlots, 2u);
  EXPECT_EQ(code.code[0].a, code.code[0].b);
}

TEST(Allocation, constantsStandFirstAndAreShared) {
  Builder b;
  VSlot one = b.code.constant(1), again = b.code.constant(1);
  VSlot unused = b.code.constant(77);
  EXPECT_EQ(one, again);
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot y = b.code.newRegister(1);
  b.add(Opcode::AddI, y, x, one);
  b.add(Opcode::WaitDelay, y);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  EXPECT_EQ(code.constants, (std::vector<uint64_t>{1}));
  EXPECT_EQ(code.argumentSlots, 1u);
  EXPECT_EQ(code.code[0].b, 1u) << "the argument follows the constant";
  (void)unused;
}

TEST(Allocation, valuesLiveAroundALoop) {
  // before = x + x; loop: y = before + x; wait y; if y goto loop
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot before = b.code.newRegister(1), y = b.code.newRegister(1), z = b.code.newRegister(1);
  Label loop = b.code.newLabel();
  b.add(Opcode::AddI, before, x, x);
  b.label(loop);
  b.add(Opcode::AddI, y, before, x);
  b.add(Opcode::NotI, z, y);
  b.add(Opcode::WaitDelay, z);
  b.add(Opcode::BrTrue, y, loop);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  uint32_t kept = code.code[0].a, argument = 0;
  for (size_t unit = 1; unit < code.code.size(); ++unit) {
    Opcode op = opcodeAt(code, unit);
    if (op == Opcode::AddI || op == Opcode::NotI) {
      EXPECT_NE(code.code[unit].a, kept) << "still needed in the next round";
      EXPECT_NE(code.code[unit].a, argument);
    }
  }
}

TEST(Allocation, scopeExitKeepsItsValues) {
  // v is needed at the exit, which a disable can reach from anywhere inside.
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot v = b.code.newRegister(1), t = b.code.newRegister(1);
  Label exit = b.code.newLabel(), end = b.code.newLabel();
  b.add(Opcode::AddI, v, x, x);
  b.add(Opcode::EnterScope, 0, 0, exit);
  b.add(Opcode::NotI, t, x);
  b.add(Opcode::WaitDelay, t);
  b.add(Opcode::Jmp, end);
  b.label(exit);
  b.add(Opcode::WaitDelay, v);
  b.label(end);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  EXPECT_NE(code.code[2].a, code.code[0].a);
}

TEST(Moves, aValueIsComputedWhereItIsMoved) {
  Builder b;
  VSlot i = b.code.newRegister(1, Register::Argument), next = b.code.newRegister(1);
  Label loop = b.code.newLabel();
  b.label(loop);
  b.add(Opcode::AddI, next, i, b.code.constant(1));
  b.add(Opcode::Mov, i, next);
  b.add(Opcode::BrTrue, i, loop);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  ASSERT_EQ(code.code.size(), 3u);
  EXPECT_EQ(code.code[0].a, code.code[0].b);
}

TEST(Moves, stayWhereTheTargetIsStillRead) {
  // (a, b) = (b, a + b): the sum must not be computed into b before a has got it.
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot y = b.code.newRegister(1, Register::Argument);
  VSlot sum = b.code.newRegister(1);
  Label loop = b.code.newLabel();
  b.label(loop);
  b.add(Opcode::AddI, sum, x, y);
  b.add(Opcode::Mov, x, y);
  b.add(Opcode::Mov, y, sum);
  b.add(Opcode::BrTrue, y, loop);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  EXPECT_EQ(opcodeAt(code, 0), Opcode::AddI);
  EXPECT_NE(code.code[0].a, code.code[0].c);
  EXPECT_NE(code.code[0].a, code.code[0].b);
}

TEST(Moves, usesBehindTheMoveCount) {
  // t goes to two places; the second move must still find it.
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  VSlot t = b.code.newRegister(1), u = b.code.newRegister(1);
  VSlot p = b.code.newRegister(1), q = b.code.newRegister(1);
  b.add(Opcode::NotI, t, x);
  b.add(Opcode::Mov, u, t);
  b.add(Opcode::Mov, p, u);
  b.add(Opcode::Mov, q, u);
  b.add(Opcode::WaitDelay, p);
  b.add(Opcode::WaitDelay, q);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  // Follow the values: both waits see the complement.
  std::vector<int> holds(code.frameSlots, 0);
  unsigned waits = 0;
  for (const Instr &instr : code.code)
    switch (Opcode(instr.op)) {
    case Opcode::NotI:
      holds[instr.a] = 1;
      break;
    case Opcode::Mov:
      holds[instr.a] = holds[instr.b];
      break;
    case Opcode::WaitDelay:
      waits += unsigned(holds[instr.a]);
      break;
    default:
      break;
    }
  EXPECT_EQ(waits, 2u);
}

TEST(Finish, jumps) {
  Builder b;
  VSlot x = b.code.newRegister(1, Register::Argument);
  Label next = b.code.newLabel(), end = b.code.newLabel();
  b.add(Opcode::BrTrue, x, end);
  b.add(Opcode::Jmp, next);
  b.label(next);
  b.add(Opcode::WaitDelay, x);
  b.add(Opcode::Jmp, end);
  b.add(Opcode::WaitDelay, x);
  b.label(end);
  b.add(Opcode::Return);
  FunctionCode code = b.finish();
  EXPECT_EQ(opcodeAt(code, 1), Opcode::WaitDelay) << "a jump to the next instruction is gone";
  EXPECT_EQ(opcodeAt(code, 2), Opcode::Return) << "a jump to a return returns";
}

TEST(Finish, switchTables) {
  for (bool isSparse : {false, true}) {
    Builder b;
    VSlot x = b.code.newRegister(1, Register::Argument);
    Label label = b.code.newLabel(), other = b.code.newLabel();
    SwitchTable &table = b.code.switches.emplace_back();
    uint64_t step = isSparse ? 1000 : 3;
    for (uint64_t i = 5; i-- > 0;)
      table.cases.emplace_back(10 + i * step, label);
    b.add(Opcode::SwitchI, x, 0, other);
    b.label(label);
    b.add(Opcode::WaitDelay, x);
    b.label(other);
    b.add(Opcode::Return);
    FunctionCode code = b.finish();
    const SwitchTable &out = code.switches[0];
    EXPECT_EQ(out.cases.front().first, 10u) << "sorted";
    EXPECT_EQ(out.dense.empty(), isSparse);
    if (!isSparse) {
      EXPECT_EQ(out.denseBase, 10u);
      EXPECT_EQ(out.dense[3], 1u);
      EXPECT_EQ(out.dense[4], NoId);
    }
  }
}
