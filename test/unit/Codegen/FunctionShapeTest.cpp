//===- FunctionShapeTest.cpp - blocks, entries, registers, liveness -----------===//
#include "CodeBench.h"

#include <gtest/gtest.h>

using namespace circtsim;
using namespace circtsim::test;
using codegen::FunctionShape;

namespace {

std::vector<uint32_t> entriesOf(const FunctionShape &shape) {
  return {shape.entries().begin(), shape.entries().end()};
}
std::vector<uint32_t> liveAt(const FunctionShape &shape, uint32_t unit) {
  std::vector<uint32_t> slots;
  for (unsigned slot : shape.liveBefore(unit).set_bits())
    slots.push_back(slot);
  return slots;
}
using Slots = std::vector<uint32_t>;
const codegen::Callees noCallees;

TEST(FunctionShape, BlocksOfALoop) {
  CodeBench f;
  f.op(Opcode::Mov, 0, 10, 11)        // 0
      .op(Opcode::AddI, 32, 10, 10, 12) // 1: the loop
      .op(Opcode::BrTrue, 0, 10, 1)     // 2
      .op(Opcode::Return, 0);           // 3
  FunctionShape shape(f.function(), noCallees);
  ASSERT_EQ(shape.blocks().size(), 3u);
  const FunctionShape::Block &loop = shape.blocks().at(1);
  EXPECT_EQ(loop.begin, 1u);
  EXPECT_EQ(loop.end, 3u);
  ASSERT_EQ(loop.successors.size(), 2u);
  EXPECT_EQ(entriesOf(shape), Slots{0});
  EXPECT_EQ(liveAt(shape, 0), (Slots{11, 12}));
  EXPECT_EQ(liveAt(shape, 1), (Slots{10, 12})) << "12 is live around the loop, 11 is not";
  EXPECT_EQ(liveAt(shape, 3), Slots{});
}

TEST(FunctionShape, LivenessThroughManyInstructions) {
  constexpr uint32_t count = 500;
  CodeBench f(count + 32);
  f.op(Opcode::Mov, 0, 10, 11);
  for (uint32_t i = 0; i != count; ++i)
    f.op(Opcode::AddI, 32, 12 + i, 10, 10);
  f.op(Opcode::AddI, 32, 10, 10, 12);
  f.op(Opcode::Return, 0);
  f.code.resultSlot = 10;
  f.code.resultSlots = 1;
  FunctionShape shape(f.function(), noCallees);
  EXPECT_EQ(shape.blocks().size(), 1u);
  EXPECT_EQ(liveAt(shape, 0), Slots{11});
  EXPECT_EQ(liveAt(shape, 1), Slots{10});
  for (uint32_t unit = 2; unit != count + 1; ++unit)
    ASSERT_EQ(liveAt(shape, unit), (Slots{10, 12})) << unit;
  EXPECT_EQ(liveAt(shape, count + 2), Slots{10});
}

TEST(FunctionShape, EntriesStandBehindWaits) {
  CodeBench f;
  f.op(Opcode::Nop, 0)                // 0
      .op(Opcode::WaitDelay, 0, 11)   // 1
      .op(Opcode::Mov, 0, 10, 12)     // 2: entry
      .op(Opcode::WaitForever, 0)     // 3
      .op(Opcode::Return, 0);         // 4: entry
  f.code.maySuspend = true;
  FunctionShape shape(f.function(), noCallees);
  EXPECT_EQ(entriesOf(shape), (Slots{0, 2, 4}));
  EXPECT_TRUE(shape.blocks().count(2));
  EXPECT_EQ(liveAt(shape, 0), (Slots{11, 12}));
  EXPECT_EQ(liveAt(shape, 2), Slots{12});

  f.code.maySuspend = false;
  FunctionShape never(f.function(), noCallees);
  EXPECT_EQ(entriesOf(never), Slots{0}) << "what cannot suspend is entered at its start only";
}

TEST(FunctionShape, LoopHeadsAreEntriesIfAskedFor) {
  CodeBench f;
  f.op(Opcode::Mov, 0, 10, 11)          // 0
      .op(Opcode::AddI, 32, 10, 10, 12) // 1: the outer loop
      .op(Opcode::SubI, 32, 13, 10, 12) // 2: the inner loop
      .op(Opcode::BrTrue, 0, 13, 2)     // 3
      .op(Opcode::BrTrue, 0, 10, 1)     // 4
      .op(Opcode::Return, 0);           // 5
  FunctionShape without(f.function(), noCallees);
  EXPECT_EQ(entriesOf(without), Slots{0});
  FunctionShape with(f.function(), noCallees, {.hasLoopEntries = true});
  EXPECT_EQ(entriesOf(with), (Slots{0, 1, 2}));
  EXPECT_EQ(liveAt(with, 1), (Slots{10, 12}));
}

TEST(FunctionShape, GuardsStandBeforeRunsOfLoads) {
  CodeBench f;
  f.op(Opcode::LdL8, 0, 10, 0)           // 0: looks at the next one too
      .op(Opcode::AndL, 0, 12, 10, 10)   // 1
      .op(Opcode::LdL32, 0, 14, 8)       // 2
      .op(Opcode::NbaL, 8, 12, 16, 0)    // 3: changes nothing yet
      .op(Opcode::LdpL16, 0, 16, 1)      // 4
      .op(Opcode::StL8, 0, 12, 24, 0)    // 5: may change any signal
      .op(Opcode::LdL8, 0, 18, 0)        // 6
      .op(Opcode::DivUL, 8, 20, 18, 12)  // 7: by zero
      .op(Opcode::LdI8, 0, 22, 40)       // 8: two-state
      .op(Opcode::Return, 0);            // 9
  FunctionShape known(f.function(), noCallees, {.assumesKnown = true});
  using Units = llvm::SmallVector<uint32_t, 4>;
  ASSERT_TRUE(known.guardAt(0));
  EXPECT_EQ(*known.guardAt(0), (Units{0, 2, 4}));
  ASSERT_TRUE(known.guardAt(6));
  EXPECT_EQ(*known.guardAt(6), Units{6});
  ASSERT_TRUE(known.guardAt(7));
  EXPECT_EQ(*known.guardAt(7), Units{});
  EXPECT_FALSE(known.guardAt(8));
  EXPECT_EQ(entriesOf(known), Slots{0});
  FunctionShape other(f.function(), noCallees, {.hasGuardEntries = true});
  EXPECT_EQ(entriesOf(other), (Slots{0, 6, 7})) << "where failed guards go on";
  EXPECT_EQ(liveAt(other, 7), (Slots{12, 13, 18, 19}));
}

TEST(FunctionShape, JumpToTheNextInstructionEndsABlock) {
  CodeBench f;
  f.op(Opcode::Jmp, 0, 1).op(Opcode::Return, 0);
  FunctionShape shape(f.function(), noCallees);
  EXPECT_TRUE(shape.blocks().count(1));
}

TEST(FunctionShape, ASystemTaskMayBeExecutedAgain) {
  CodeBench f;
  f.code.calls.emplace_back();
  f.op(Opcode::Nop, 0).op(Opcode::SysCall, 0, 0).op(Opcode::Return, 0);
  f.code.maySuspend = true;
  FunctionShape shape(f.function(), noCallees);
  EXPECT_EQ(entriesOf(shape), (Slots{0, 1, 2}));
}

TEST(FunctionShape, ScopeEndsAreEntriesAndKeepTheirSlotsInTheFrame) {
  CodeBench f;
  f.op(Opcode::EnterScope, 0, 0, 0, 4) // 0
      .op(Opcode::Mov, 0, 10, 12)      // 1
      .op(Opcode::Mov, 0, 11, 12)      // 2
      .op(Opcode::ExitScope, 0, 0)     // 3
      .op(Opcode::AddI, 32, 13, 10, 10)// 4: where `disable` goes on
      .op(Opcode::Return, 0);
  FunctionShape shape(f.function(), noCallees);
  EXPECT_TRUE(shape.hasScopes());
  EXPECT_EQ(entriesOf(shape), (Slots{0, 4}));
  EXPECT_TRUE(shape.isMemory(10)) << "read behind the scope";
  EXPECT_TRUE(shape.isRegister(11));
  EXPECT_EQ(liveAt(shape, 4), Slots{}) << "memory is always up to date";
}

TEST(FunctionShape, ClassesOfSlots) {
  CodeBench f(64, /*constants=*/4);
  f.op(Opcode::AddI, 32, 10, 0, 11)                              // 0
      .op2(Opcode::AddW, FlagFour, 20, 30, 40, {130, 0, 0, 0})   // 1: six slots each
      .op2(Opcode::AddW, 0, 50, 51, 52, {64, 0, 0, 0})           // 3: one slot each
      .op(Opcode::AddL, 16, 12, 14, 16)                          // 5
      .op(Opcode::Return, 0);
  FunctionShape shape(f.function(), noCallees);
  EXPECT_TRUE(shape.isConstant(3));
  EXPECT_FALSE(shape.isRegister(3));
  for (uint32_t slot : {10u, 11u, 12u, 13u, 15u, 17u, 50u, 52u})
    EXPECT_TRUE(shape.isRegister(slot)) << slot;
  for (uint32_t slot : {20u, 25u, 30u, 35u, 40u, 45u})
    EXPECT_TRUE(shape.isMemory(slot)) << slot;
  EXPECT_TRUE(shape.isRegister(26));
  EXPECT_EQ(liveAt(shape, 0), (Slots{11, 14, 15, 16, 17, 51, 52}));
}

TEST(FunctionShape, CallsUseArgumentsAndDefineResults) {
  CodeBench callee;
  callee.code.resultSlot = 3;
  callee.code.resultSlots = 2;
  callee.op(Opcode::Return, 0);
  CodeBench f;
  f.op2(Opcode::Call, 0, /*function=*/5, /*arguments=*/10, /*results=*/20,
        {SelfInstance, /*count=*/3, 0, 0});
  f.op(Opcode::MovL, 0, 22, 20).op(Opcode::Return, 0);
  codegen::Callees callees;
  callees[5] = &callee.function();
  FunctionShape known(f.function(), callees);
  EXPECT_EQ(liveAt(known, 0), (Slots{10, 11, 12}));
  EXPECT_EQ(liveAt(known, 2), (Slots{20, 21}));
  EXPECT_TRUE(known.isRegister(20));
  EXPECT_TRUE(known.isRegister(10));

  FunctionShape unknown(f.function(), noCallees);
  EXPECT_TRUE(unknown.isMemory(20)) << "nobody knows how many results there are";
  EXPECT_TRUE(unknown.isMemory(63));
  EXPECT_TRUE(unknown.isRegister(10));
}

TEST(FunctionShape, IndirectCallsSayHowManyResultsThereAre) {
  CodeBench f;
  f.op2(Opcode::CallIndirect, 0, /*callee=*/9, /*arguments=*/10, /*results=*/20,
        {SelfInstance, /*arguments=*/3, /*results=*/2, 0});
  f.op(Opcode::MovL, 0, 22, 20).op(Opcode::Return, 0);
  FunctionShape shape(f.function(), noCallees);
  EXPECT_EQ(liveAt(shape, 0), (Slots{9, 10, 11, 12}));
  EXPECT_EQ(liveAt(shape, 2), (Slots{20, 21}));
  for (uint32_t slot : {9, 10, 12, 20, 21, 63})
    EXPECT_TRUE(shape.isRegister(slot)) << slot;
}

TEST(FunctionShape, SwitchTargetsAreSuccessors) {
  CodeBench f;
  f.code.switches.push_back({{{1, 2}, {9, 3}}, 0, {}});
  f.op(Opcode::SwitchI, 0, 10, 0, 4) // 0
      .op(Opcode::Nop, 0)            // 1: dead
      .op(Opcode::Mov, 0, 20, 11)    // 2
      .op(Opcode::Mov, 0, 20, 12)    // 3
      .op(Opcode::Return, 0);        // 4
  FunctionShape shape(f.function(), noCallees);
  std::set<uint32_t> targets(shape.blocks().at(0).successors.begin(),
                             shape.blocks().at(0).successors.end());
  EXPECT_EQ(targets, (std::set<uint32_t>{2, 3, 4}));
  EXPECT_EQ(liveAt(shape, 0), (Slots{10, 11, 12}));
}

} // namespace
