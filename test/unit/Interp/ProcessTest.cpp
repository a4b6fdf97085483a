//===- ProcessTest.cpp - waits, events, fork, disable -------------------------===//
//
// IEEE 1800-2023 9.3.2, 9.4, 9.6, 15.5.
//
//===----------------------------------------------------------------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using Lines = std::vector<std::string>;

namespace {

struct Processes : testing::Test {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId byte = b.logic(8);

  FuncId branch(uint64_t delay, std::string note) {
    Assembler p;
    p.delay(delay);
    p.trace(std::move(note));
    p.op(Opcode::Halt, 0);
    return b.function(m, p);
  }
  static ForkBranch of(FuncId f) {
    ForkBranch branch;
    branch.function = f;
    return branch;
  }
  void initial(Assembler &p) {
    p.op(Opcode::Halt, 0);
    b.process(m, p);
  }
  Lines run(int status = 0) {
    b.top(m);
    Simulation s(b);
    EXPECT_EQ(s.run(), status) << s.errors;
    return s.trace;
  }
};

TEST_F(Processes, ForkJoin) {
  FuncId one = branch(1, "one"), two = branch(2, "two");
  for (JoinKind join : {JoinKind::All, JoinKind::Any, JoinKind::None}) {
    Assembler p;
    p.op(Opcode::Fork, 0, p.fork(join, {of(two), of(one)}));
    p.trace(join == JoinKind::All ? "all" : join == JoinKind::Any ? "any" : "none");
    initial(p);
  }
  EXPECT_EQ(run(), (Lines{"0 none", "1 one", "1 one", "1 one", "1 any", "2 two", "2 two", "2 two",
                          "2 all"}));
}

TEST_F(Processes, ForkCopiesArguments) {
  Assembler child(2);
  child.trace("child", {{child.argument(0), 0}, {child.argument(1), 0}});
  child.op(Opcode::Halt, 0);
  FuncId f = b.function(m, child);
  Assembler p;
  uint32_t x = p.slots(), y = p.slots();
  p.op(Opcode::Mov, 0, x, p.constant(1)).op(Opcode::Mov, 0, y, p.constant(2));
  ForkBranch withArguments = of(f);
  withArguments.args = {{y, 1}, {x, 1}};
  p.op(Opcode::Fork, 0, p.fork(JoinKind::None, {withArguments}));
  p.op(Opcode::Mov, 0, y, p.constant(9));
  p.trace("parent");
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 parent", "0 child 2 1"}));
}

TEST_F(Processes, EmptyForkGoesOn) {
  Assembler p;
  p.op(Opcode::Fork, 0, p.fork(JoinKind::All, {}));
  p.trace("on");
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 on"}));
}

TEST_F(Processes, WaitForkCountsImmediateChildren) {
  Assembler grand;
  grand.op(Opcode::Fork, 0, grand.fork(JoinKind::None, {of(branch(9, "grandchild"))}));
  grand.op(Opcode::Halt, 0);
  FuncId parentOfGrandchild = b.function(m, grand);
  Assembler p;
  p.op(Opcode::WaitFork, 0);
  p.trace("nothing to wait for");
  p.op(Opcode::Fork, 0,
       p.fork(JoinKind::None, {of(branch(3, "child")), of(parentOfGrandchild)}));
  p.op(Opcode::WaitFork, 0);
  p.trace("waited");
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 nothing to wait for", "3 child", "3 waited", "9 grandchild"}));
}

TEST_F(Processes, DisableForkReachesGrandchildren) {
  Assembler middle;
  middle.op(Opcode::Fork, 0, middle.fork(JoinKind::None, {of(branch(5, "never"))}));
  middle.op(Opcode::Halt, 0);
  FuncId parentOfGrandchild = b.function(m, middle);
  Assembler p;
  p.op(Opcode::Fork, 0,
       p.fork(JoinKind::Any, {of(branch(1, "first")), of(branch(4, "never")),
                              of(parentOfGrandchild)}));
  p.op(Opcode::WaitDelay, 0, p.constant(1));
  p.op(Opcode::DisableFork, 0);
  p.trace("disabled");
  p.delay(10);
  p.trace("end");
  initial(p);
  EXPECT_EQ(run(), (Lines{"1 first", "1 disabled", "11 end"}));
}

TEST_F(Processes, KillRemovesTimedEvents) {
  Assembler p;
  p.op(Opcode::Fork, 0, p.fork(JoinKind::None, {of(branch(1000000, "never"))}));
  p.delay(1);
  p.op(Opcode::DisableFork, 0);
  initial(p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.context->scheduler().now(), 1u) << "the removed event does not advance time";
}

TEST_F(Processes, WaitEventOnSeveralTermsAndReferences) {
  uint32_t x = b.signal(m, "x", byte), y = b.signal(m, "y", byte);
  Assembler w;
  uint32_t r = w.slots(3);
  w.op(Opcode::RefLocal, 0, r, b.offset(m, y), y);
  EventTerm ref = b.term(Edge::Pos, r);
  ref.kind = SignalOperand::Ref;
  w.op(Opcode::WaitEvent, 0, w.wait({b.term(Edge::AnyChange, x), ref}));
  w.trace("woken");
  w.op(Opcode::WaitEvent, 0, w.wait({b.term(Edge::AnyChange, x), ref}));
  w.trace("again");
  initial(w);
  Assembler p;
  p.delay(1);
  p.op(Opcode::StL8, 8, p.constant(1, 0), b.offset(m, y), y);
  p.delay(1);
  p.op(Opcode::StL8, 8, p.constant(1, 0), b.offset(m, x), x);
  initial(p);
  EXPECT_EQ(run(), (Lines{"1 woken", "2 again"}));
}

TEST_F(Processes, WaitOnAHeapCell) {
  Assembler child(1);
  uint32_t r = child.slots(3);
  child.delay(2);
  child.op(Opcode::RefHeap, 0, r, child.argument(0));
  child.op2(Opcode::StRef, FlagFour, child.constant(1, 0), r, 0, 8, 8);
  child.op(Opcode::Halt, 0);
  FuncId f = b.function(m, child);
  Assembler p;
  uint32_t cell = p.slots(), ref = p.slots(3);
  p.op(Opcode::NewCell, 0, cell, p.type(byte)).op(Opcode::RefHeap, 0, ref, cell);
  ForkBranch withCell = of(f);
  withCell.args = {{cell, 1}};
  p.op(Opcode::Fork, 0, p.fork(JoinKind::None, {withCell}));
  EventTerm term = b.term(Edge::AnyChange, ref, 0, 8);
  term.kind = SignalOperand::Ref;
  p.op(Opcode::WaitEvent, 0, p.wait({term}));
  p.trace("cell changed");
  initial(p);
  EXPECT_EQ(run(), (Lines{"2 cell changed"}));
}

TEST_F(Processes, WaitForeverNeverWakes) {
  Assembler p;
  p.op(Opcode::WaitForever, 0);
  p.trace("never");
  initial(p);
  EXPECT_TRUE(run().empty());
}

TEST_F(Processes, NamedEvents) {
  uint32_t e = b.signal(m, "e", b.scalar(TypeKind::Event));
  Assembler w;
  w.op(Opcode::WaitEvent, 0, w.wait({b.term(Edge::NamedEvent, e)}));
  w.trace("woken");
  initial(w);
  Assembler a;
  a.trace("always");
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::NamedEvent, e)});
  Assembler p;
  uint32_t r = p.slots(3), t = p.slots();
  p.op(Opcode::RefLocal, 0, r, b.offset(m, e), e);
  p.delay(1);
  p.op(Opcode::Triggered, 0, t, r);
  p.trace("triggered", {{t, 0}});
  p.op(Opcode::Trigger, 0, r, 0, NoSlot);
  p.op(Opcode::Triggered, 0, t, r);
  p.trace("triggered", {{t, 0}});
  p.delay(0);
  p.op(Opcode::Triggered, 0, t, r);
  p.trace("same step", {{t, 0}});
  p.delay(1);
  p.op(Opcode::Triggered, 0, t, r);
  p.trace("next step", {{t, 0}});
  p.op(Opcode::Trigger, 0, r, 1, NoSlot);
  p.trace("nonblocking");
  p.op(Opcode::Trigger, 0, r, 1, p.constant(5));
  initial(p);
  EXPECT_EQ(run(), (Lines{"1 triggered 0", "1 triggered 1", "1 always", "1 woken", "1 same step 1",
                          "2 next step 0", "2 nonblocking", "2 always", "7 always"}));
}

TEST_F(Processes, EventVariablesShareAfterAssignment) {
  TypeId event = b.scalar(TypeKind::Event);
  uint32_t e = b.signal(m, "e", event), f = b.signal(m, "f", event);
  Assembler a;
  a.trace("always on f");
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::NamedEvent, f)});
  Assembler p;
  uint32_t r = p.slots(3), v = p.slots();
  p.delay(1);
  p.op(Opcode::LdI64, 64, v, b.offset(m, e)).op(Opcode::StI64, 64, v, b.offset(m, f), f);
  p.op(Opcode::RefLocal, 0, r, b.offset(m, e), e).op(Opcode::Trigger, 0, r, 0, NoSlot);
  initial(p);
  EXPECT_EQ(run(), (Lines{"1 always on f"}));
}

TEST_F(Processes, DisableNamedBlock) {
  uint32_t block = b.scope(m, "blk");
  Assembler inner;
  inner.delay(10);
  inner.trace("never");
  inner.op(Opcode::Return, 0);
  FuncId task = b.function(m, inner);
  Assembler p;
  Assembler::Label end = p.label();
  p.jump(Opcode::EnterScope, 2, end, block);
  p.op(Opcode::Fork, 0, p.fork(JoinKind::None, {of(branch(8, "never"))}));
  p.op2(Opcode::Call, 0, task, 0, NoSlot, SelfInstance, 0);
  p.op(Opcode::ExitScope, 0, block);
  p.bind(end);
  p.trace("behind the block");
  initial(p);
  Assembler q;
  q.delay(3);
  q.op(Opcode::DisableScope, 0, block, SelfInstance);
  q.trace("disabled");
  q.delay(1);
  q.op(Opcode::DisableScope, 0, block, SelfInstance); // nobody inside: no effect
  initial(q);
  EXPECT_EQ(run(), (Lines{"3 disabled", "3 behind the block"}));
}

TEST_F(Processes, DisableOwnBlockFromInsideACall) {
  uint32_t block = b.scope(m, "blk");
  Assembler inner;
  inner.op(Opcode::DisableScope, 0, block, SelfInstance);
  inner.trace("never");
  inner.op(Opcode::Return, 0);
  FuncId task = b.function(m, inner);
  auto body = [&](Assembler &p) {
    Assembler::Label end = p.label();
    p.jump(Opcode::EnterScope, 2, end, block);
    p.op2(Opcode::Call, 0, task, 0, NoSlot, SelfInstance, 0);
    p.trace("never");
    p.op(Opcode::ExitScope, 0, block);
    p.bind(end);
  };
  Assembler p;
  body(p);
  p.trace("initial");
  p.delay(1);
  p.trace("goes on");
  initial(p);
  // The same in a static process, whose calls are on the shared stack.
  Assembler a;
  body(a);
  a.trace("static");
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {}, true);
  EXPECT_EQ(run(), (Lines{"0 initial", "0 static", "1 goes on"}));
}

TEST_F(Processes, AForkedChildDisablesItsParentsBlock) {
  uint32_t block = b.scope(m, "blk");
  Assembler killer;
  killer.delay(2);
  killer.op(Opcode::DisableScope, 0, block, SelfInstance);
  killer.trace("never: the child is inside the block too");
  killer.op(Opcode::Halt, 0);
  FuncId f = b.function(m, killer);
  Assembler p;
  Assembler::Label end = p.label();
  p.jump(Opcode::EnterScope, 2, end, block);
  p.op(Opcode::Fork, 0, p.fork(JoinKind::All, {of(f), of(branch(9, "never"))}));
  p.op(Opcode::ExitScope, 0, block);
  p.bind(end);
  p.trace("after");
  initial(p);
  EXPECT_EQ(run(), (Lines{"2 after"}));
}

TEST_F(Processes, RecordsAreReused) {
  Assembler child;
  child.op(Opcode::Halt, 0);
  FuncId f = b.function(m, child);
  Assembler p;
  uint32_t n = p.slots();
  p.op(Opcode::Mov, 0, n, p.constant(0));
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.op(Opcode::Fork, 0, p.fork(JoinKind::All, {of(f), of(f)}));
  p.op(Opcode::AddI, 64, n, n, p.constant(1));
  p.jump(Opcode::BrNeI, 2, loop, n, p.constant(50000));
  initial(p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_LT(s.context->arena->bytesUsed(ArenaUse::Stacks), 100000u);
}

TEST_F(Processes, RandomStatesAreStable) {
  // A child is seeded from its parent; equal seeds give equal numbers (18.14).
  auto states = [&](uint64_t seed) {
    DesignBuilder d;
    ModuleId t = d.module("top");
    for (int i = 0; i != 2; ++i) {
      Assembler p;
      p.op(Opcode::WaitForever, 0);
      d.process(t, p);
    }
    d.top(t);
    runtime::SimOptions options;
    options.seed = seed;
    Simulation s(d, options);
    s.run();
    std::vector<uint64_t> result;
    for (sched::StackProcess *p = s.context->scheduler().liveProcesses(); p; p = p->nextLive)
      result.push_back(p->randomState);
    return result;
  };
  std::vector<uint64_t> first = states(1);
  ASSERT_EQ(first.size(), 2u);
  EXPECT_NE(first[0], first[1]);
  EXPECT_EQ(first, states(1));
  EXPECT_NE(first, states(2));
}

} // namespace
