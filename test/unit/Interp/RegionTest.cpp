//===- RegionTest.cpp - order of events within and between time steps ---------===//
//
// IEEE 1800-2023 clause 4.4-4.5, 10.4.2 (nonblocking assignments), 9.4.2 (edges,
// Table 9-2).
//
//===----------------------------------------------------------------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using Lines = std::vector<std::string>;

namespace {

struct Region : testing::Test {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId bit = b.logic(1), byte = b.logic(8);
  uint32_t signal(std::string name, TypeId type) { return b.signal(m, std::move(name), type); }
  /// Stores a known one-bit or byte value.
  void store(Assembler &p, uint32_t s, uint64_t value) {
    p.op(Opcode::StL8, 8, p.constant(value, 0), b.offset(m, s), s);
  }
  void nba(Assembler &p, uint32_t s, uint64_t value) {
    p.op(Opcode::NbaL, 8, p.constant(value, 0), b.offset(m, s), s);
  }
  void show(Assembler &p, std::string note, uint32_t s, uint32_t width = 8) {
    uint32_t v = p.slots(2);
    p.op(Opcode::LdL8, width, v, b.offset(m, s));
    p.trace(std::move(note), {{v, width}});
  }
  void initial(Assembler &p) {
    p.op(Opcode::Halt, 0);
    b.process(m, p);
  }
  Lines run(int status = 0) {
    if (b.image.tops.empty())
      b.top(m);
    Simulation s(b);
    EXPECT_EQ(s.run(), status) << s.errors;
    return s.trace;
  }
};

TEST_F(Region, ProcessesStartInElaborationOrder) {
  ModuleId leaf = b.module("leaf");
  Assembler q;
  q.trace("leaf");
  q.op(Opcode::Halt, 0);
  b.process(leaf, q);
  b.child(m, "u", leaf);
  for (const char *name : {"first", "second"}) {
    Assembler p;
    p.trace(name);
    initial(p);
  }
  EXPECT_EQ(run(), (Lines{"0 leaf", "0 first", "0 second"}));
}

TEST_F(Region, InactiveThenNbaThenPostponed) {
  uint32_t s = signal("s", byte);
  Assembler p;
  store(p, s, 1);
  nba(p, s, 2);
  show(p, "active", s);
  p.delay(0);
  show(p, "inactive", s);
  p.delay(0);
  show(p, "inactive again", s);
  p.delay(1);
  show(p, "next step", s);
  initial(p);
  Assembler q;
  q.trace("other active");
  initial(q);
  EXPECT_EQ(run(), (Lines{"0 active 00000001", "0 other active", "0 inactive 00000001",
                          "0 inactive again 00000001", "1 next step 00000010"}));
}

TEST_F(Region, NbaInOrderOfExecutionAndBeforeWokenProcesses) {
  uint32_t x = signal("x", byte), y = signal("y", byte);
  Assembler p;
  nba(p, x, 1);
  nba(p, x, 2);
  nba(p, y, 3);
  initial(p);
  Assembler w;
  w.op(Opcode::WaitEvent, 0, w.wait({b.term(Edge::AnyChange, x)}));
  show(w, "x", x);
  show(w, "y", y);
  initial(w);
  EXPECT_EQ(run(), (Lines{"0 x 00000010", "0 y 00000011"}));
}

TEST_F(Region, FormsOfNba) {
  uint32_t port = b.port(m, "p", PortDirection::Output, byte);
  uint32_t ports = b.port(m, "q", PortDirection::Output, b.bits(8));
  uint32_t x = signal("x", byte), i = signal("i", b.bits(8));
  uint32_t wide = signal("w", b.logic(70)), copy = signal("c", b.logic(70));
  Assembler p;
  uint32_t zero = p.constant(0, 0), five = p.constant(5, 0), r = p.slots(3), t = p.slots(3);
  p.op(Opcode::StL8, 8, zero, b.offset(m, x), x);
  p.op(Opcode::NbapL, 8, five, port).op(Opcode::NbapI, 8, five, ports);
  p.op(Opcode::NbaI, 8, five, b.offset(m, i), i);
  p.op2(Opcode::NbaPart, FlagFour, five, b.offset(m, x), x, 3, 4, 8);
  p.op2(Opcode::NbapPart, FlagFour, zero, port, 0, 1, 2, 8);
  uint32_t words = p.constant(1);
  p.constant(2), p.constant(0), p.constant(0);
  p.op(Opcode::RefLocal, 0, r, b.offset(m, wide), wide);
  p.op2(Opcode::NbaRef, FlagFour, words, r, 0, 70, 70, 0, p.constant(3));
  p.op(Opcode::RefLocal, 0, r, b.offset(m, x), x);
  p.op2(Opcode::NbaRef, FlagFour, p.constant(0xff, 0), r, 0, 8, 8, 0, p.constant(4));
  p.delay(1);
  show(p, "x", x);
  uint32_t v = p.slots(4);
  p.op(Opcode::LdpL8, 8, v, port);
  p.trace("p", {{v, 8}});
  p.op(Opcode::LdpI8, 8, v, ports);
  p.trace("q", {{v, 0}});
  p.op(Opcode::LdI8, 8, v, b.offset(m, i));
  p.trace("i", {{v, 0}});
  p.delay(2);
  p.op2(Opcode::LdW, FlagFour, v, b.offset(m, wide), 0, 70);
  p.trace("before", {{v, 70}});
  p.delay(1);
  p.op(Opcode::RefLocal, 0, r, b.offset(m, copy), copy);
  p.op(Opcode::RefLocal, 0, t, b.offset(m, wide), wide);
  p.op2(Opcode::NbaCopy, 0, r, t, p.type(b.image.modules[m].signals[wide].type), 0, 0, 0, NoSlot);
  p.op2(Opcode::StPart, FlagFour, zero, b.offset(m, wide), wide, 8, 0, 70); // too late to count
  p.delay(1);
  p.op2(Opcode::LdW, FlagFour, v, b.offset(m, copy), 0, 70);
  p.trace("copy", {{v, 70}});
  show(p, "x", x);
  initial(p);
  Lines trace = run();
  ASSERT_EQ(trace.size(), 7u);
  EXPECT_EQ(trace[0], "1 x 01010000");
  EXPECT_EQ(trace[1], "1 p 00000001");
  EXPECT_EQ(trace[2], "1 q 5");
  EXPECT_EQ(trace[3], "1 i 5");
  EXPECT_EQ(trace[4], "3 before " + std::string(70, 'x'));
  EXPECT_EQ(trace[5], "5 copy 000010" + std::string(63, '0') + "1");
  EXPECT_EQ(trace[6], "5 x 11111111");
}

TEST_F(Region, NbaWithEventControl) {
  uint32_t clk = signal("clk", bit), x = signal("x", byte);
  Assembler p;
  uint32_t r = p.slots(3);
  store(p, x, 0);
  store(p, clk, 0);
  p.op(Opcode::RefLocal, 0, r, b.offset(m, x), x);
  uint32_t posedge = p.wait({b.term(Edge::Pos, clk)});
  p.op2(Opcode::NbaRefEvent, FlagFour, p.constant(9, 0), r, posedge, 8, 8, 0, p.constant(2));
  show(p, "goes on", x);
  for (uint64_t i = 1; i != 5; ++i) {
    p.delay(1);
    store(p, clk, i & 1);
    show(p, "x", x);
  }
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 goes on 00000000", "1 x 00000000", "2 x 00000000", "3 x 00000000",
                          "4 x 00001001"}));
}

TEST_F(Region, Table9_2) {
  // Rows: from 0, 1, z, x; columns to the same. p, n: edges; -: none.
  const char *table[] = {"-ppp", "n-nn", "np--", "np--"};
  for (unsigned from = 0; from != 4; ++from)
    for (unsigned to = 0; to != 4; ++to) {
      DesignBuilder d;
      ModuleId t = d.module("top");
      uint32_t s = d.signal(t, "s", d.logic(1));
      Assembler p;
      p.op(Opcode::StL8, 1, p.constant(from & 1, from >> 1), d.offset(t, s), s);
      p.delay(1);
      p.op(Opcode::StL8, 1, p.constant(to & 1, to >> 1), d.offset(t, s), s);
      p.op(Opcode::Halt, 0);
      d.process(t, p);
      for (auto [edge, name] : {std::pair{Edge::Pos, "p"}, std::pair{Edge::Neg, "n"},
                                std::pair{Edge::Both, "b"}, std::pair{Edge::AnyChange, "c"}}) {
        // The same edge as a dynamic wait of a process that starts late, and static.
        Assembler w;
        w.delay(0);
        w.op(Opcode::WaitEvent, 0, w.wait({d.term(edge, s)}));
        w.trace(std::string("wait ") + name);
        w.op(Opcode::Halt, 0);
        d.process(t, w);
        Assembler a;
        uint32_t now = a.slots();
        a.op(Opcode::CallRt, 0, uint32_t(runtime::RuntimeFunction::time_now), 0, now);
        Assembler::Label early = a.label();
        a.jump(Opcode::BrFalse, 1, early, now);
        a.trace(std::string("static ") + name);
        a.bind(early);
        a.op(Opcode::Return, 0);
        d.staticProcess(t, a, {d.term(edge, s)});
      }
      d.top(t);
      Simulation sim(d);
      EXPECT_EQ(sim.run(), 0);
      std::set<std::string> got(sim.trace.begin(), sim.trace.end()), expected;
      char e = table[from][to];
      auto expect = [&](const std::string &name) {
        expected.insert("1 wait " + name);
        expected.insert("1 static " + name);
      };
      if (e != '-') {
        expect(std::string(1, e));
        expect("b");
      }
      if (from != to)
        expect("c");
      EXPECT_EQ(got, expected) << from << " to " << to;
    }
}

TEST_F(Region, PartTermsSeeOnlyTheirBits) {
  uint32_t s = signal("s", byte);
  Assembler p;
  store(p, s, 0);
  p.delay(1);
  store(p, s, 0x01);
  p.delay(1);
  store(p, s, 0x11);
  p.delay(1);
  p.op2(Opcode::StPart, FlagFour, p.constant(3, 0), b.offset(m, s), s, 2, 6, 8);
  initial(p);
  auto watch = [&](const char *name, EventTerm term) {
    Assembler w;
    uint32_t now = w.slots();
    w.op(Opcode::CallRt, 0, uint32_t(runtime::RuntimeFunction::time_now), 0, now);
    Assembler::Label early = w.label();
    w.jump(Opcode::BrFalse, 1, early, now);
    w.trace(name);
    w.bind(early);
    w.op(Opcode::Return, 0);
    b.staticProcess(m, w, {term});
  };
  watch("low nibble", b.term(Edge::AnyChange, s, 0, 4));
  watch("bit 4", b.term(Edge::Pos, s, 4, 1));
  watch("high bits", b.term(Edge::AnyChange, s, 5, 3));
  EXPECT_EQ(run(), (Lines{"1 low nibble", "2 bit 4", "3 high bits"}));
}

TEST_F(Region, AlwaysIsArmedInItsTurn) {
  // The store before the always process is reached does not count (9.4.2).
  uint32_t s = signal("s", byte);
  Assembler before;
  store(before, s, 1);
  initial(before);
  Assembler a;
  a.trace("always");
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::AnyChange, s)});
  Assembler after;
  store(after, s, 2);
  initial(after);
  EXPECT_EQ(run(), (Lines{"0 always"}));
}

TEST_F(Region, StaticProcessIgnoresItsOwnEventsUnlessAssign) {
  uint32_t s = signal("s", byte);
  Assembler p;
  store(p, s, 0);
  p.delay(1);
  store(p, s, 3);
  initial(p);
  for (bool isAssign : {false, true}) {
    Assembler a; // if (s != 5) s = s + 1
    uint32_t v = a.slots(2), c = a.slots(2);
    Assembler::Label done = a.label();
    a.op(Opcode::LdL8, 8, v, b.offset(m, s));
    a.op(Opcode::LtUL, 8, c, v, a.constant(5, 0));
    a.jump(Opcode::BrFalseL, 1, done, c);
    a.op(Opcode::AddL, 8, v, v, a.constant(1, 0));
    a.op(Opcode::StL8, 8, v, b.offset(m, s), s);
    a.trace(isAssign ? "assign" : "always", {{v, 8}});
    a.bind(done);
    a.op(Opcode::Return, 0);
    DesignBuilder saved = b;
    ProcessImage &process = b.staticProcess(m, a, {b.term(Edge::AnyChange, s)});
    process.selfTriggering = isAssign;
    Lines trace = run();
    if (isAssign)
      EXPECT_EQ(trace, (Lines{"0 assign 00000001", "0 assign 00000010", "0 assign 00000011",
                              "0 assign 00000100", "0 assign 00000101", "1 assign 00000100",
                              "1 assign 00000101"}));
    else
      EXPECT_EQ(trace, (Lines{"0 always 00000001", "1 always 00000100"}));
    b = saved;
  }
}

TEST_F(Region, APendingProcessRunsOnce) {
  uint32_t x = signal("x", byte), y = signal("y", byte);
  Assembler a;
  show(a, "x", x);
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::AnyChange, x), b.term(Edge::AnyChange, y)});
  Assembler p;
  p.delay(1);
  store(p, x, 1);
  store(p, y, 1);
  store(p, x, 2);
  initial(p);
  EXPECT_EQ(run(), (Lines{"1 x 00000010"}));
}

TEST_F(Region, ReactiveSetRunsAfterTheActiveSet) {
  // A program block samples what the design settles to (24.3.1).
  uint32_t clk = signal("clk", bit), q = signal("q", byte);
  Assembler p;
  store(p, q, 0);
  store(p, clk, 0);
  p.delay(1);
  store(p, clk, 1);
  initial(p);
  Assembler ff;
  nba(ff, q, 7);
  ff.trace("design");
  ff.op(Opcode::Return, 0);
  b.staticProcess(m, ff, {b.term(Edge::Pos, clk)});
  ModuleId program = b.module("prog");
  b.image.modules[program].kind = ScopeKind::Program;
  uint32_t c = b.slot(program, SlotKind::Signal, 1, {"clk"});
  uint32_t o = b.slot(program, SlotKind::Signal, 1, {"q"});
  Assembler t;
  EventTerm term = b.term(Edge::Pos, c);
  term.kind = SignalOperand::Slot;
  uint32_t v = t.slots(2);
  t.op(Opcode::WaitEvent, 0, t.wait({term}));
  t.op(Opcode::LdpL8, 8, v, o);
  t.trace("program", {{v, 8}});
  t.op(Opcode::Halt, 0);
  b.process(program, t);
  b.child(m, "p", program);
  EXPECT_EQ(run(), (Lines{"1 design", "1 program 00000111"}));
}

TEST_F(Region, TheEndOfAllProgramsEndsTheRun) {
  ModuleId program = b.module("prog");
  b.image.modules[program].kind = ScopeKind::Program;
  for (uint64_t end : {3, 5}) {
    Assembler t;
    t.delay(end);
    t.trace("program");
    t.op(Opcode::Halt, 0);
    b.process(program, t);
  }
  b.child(m, "p", program);
  Assembler p;
  p.delay(4);
  p.trace("design");
  p.delay(4);
  p.trace("never");
  initial(p);
  EXPECT_EQ(run(), (Lines{"3 program", "4 design", "5 program"}));
}

TEST_F(Region, DelaysBeyondTheEndOfTime) {
  Assembler p;
  p.delay(1);
  p.delay(~0ull);
  p.trace("never");
  initial(p);
  EXPECT_TRUE(run().empty());
}

TEST_F(Region, PostponedSeesTheLastValues) {
  uint32_t s = signal("s", byte);
  Assembler p;
  store(p, s, 1);
  nba(p, s, 2);
  p.delay(3);
  initial(p);
  b.top(m);
  Simulation sim(b);
  ASSERT_TRUE(sim.context->initialise());
  Lines seen;
  auto &scheduler = sim.context->scheduler();
  Instance &top = *sim.context->design().tops[0];
  auto look = [&](const char *who) {
    uint64_t v = loadUnit(sim.context->design().signalAt(top, s).address, 1);
    seen.push_back(std::to_string(scheduler.now()) + who + std::to_string(v));
  };
  scheduler.atPostponed([&] { look(" once "); });
  scheduler.atEveryStepEnd([&] { look(" each "); });
  EXPECT_EQ(sim.context->run(), 0);
  EXPECT_EQ(seen, (Lines{"0 once 2", "0 each 2", "3 each 2"}));
}

TEST_F(Region, ChangesAreCollectedOncePerStep) {
  uint32_t s = signal("s", byte), t = signal("t", byte);
  Assembler p;
  store(p, s, 1);
  store(p, s, 2);
  p.delay(1);
  store(p, t, 2);
  store(p, s, 2);
  p.delay(1);
  store(p, s, 3);
  initial(p);
  b.top(m);
  Simulation sim(b);
  ASSERT_TRUE(sim.context->initialise());
  auto &scheduler = sim.context->scheduler();
  scheduler.trace(s);
  scheduler.trace(t);
  Lines seen;
  scheduler.atEveryStepEnd([&] {
    std::string line = std::to_string(scheduler.now());
    for (SignalId id : scheduler.changedSignals)
      line += " " + sim.context->design().signalPath(id);
    scheduler.clearChanged();
    seen.push_back(line);
  });
  sim.context->run();
  EXPECT_EQ(seen, (Lines{"0 top.s", "1 top.t", "2 top.s"}));
}

TEST_F(Region, DeltaLimitNamesTheLoop) {
  uint32_t x = signal("x", byte);
  Assembler a; // assign x = ~x, from 0
  uint32_t v = a.slots(2);
  a.op(Opcode::LdL8, 8, v, b.offset(m, x)).op(Opcode::NotL, 8, v, v);
  a.op(Opcode::StL8, 8, v, b.offset(m, x), x).op(Opcode::Return, 0);
  ProcessImage &p = b.staticProcess(m, a, {b.term(Edge::AnyChange, x)}, true, "loop");
  p.selfTriggering = true;
  Assembler i;
  store(i, x, 0);
  initial(i);
  b.top(m);
  runtime::SimOptions options;
  options.maxDeltas = 1000;
  Simulation s(b, options);
  EXPECT_EQ(s.run(), 1);
  EXPECT_NE(s.errors.find("--max-deltas"), std::string::npos) << s.errors;
  EXPECT_NE(s.errors.find("top.loop"), std::string::npos) << s.errors;
}

TEST_F(Region, FinishStopsAtOnceAndFinalsRun) {
  Assembler f;
  f.trace("final");
  f.op(Opcode::Return, 0);
  b.process(m, f, ProcessKind::Final);
  Assembler p;
  p.delay(2);
  CallDescriptor finish;
  finish.builtin = 1;
  p.code.calls.push_back(finish);
  p.op(Opcode::SysCall, 0, uint32_t(p.code.calls.size() - 1));
  p.trace("never");
  initial(p);
  Assembler q;
  q.delay(2);
  q.trace("never");
  initial(q);
  EXPECT_EQ(run(), (Lines{"2 final"}));
}

TEST_F(Region, MaxTimeEndsTheRun) {
  Assembler p;
  Assembler::Label loop = p.label();
  p.bind(loop);
  p.delay(10);
  p.trace("tick");
  p.jump(Opcode::Jmp, 0, loop);
  b.process(m, p);
  b.top(m);
  runtime::SimOptions options;
  options.maxTime = 25;
  Simulation s(b, options);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (Lines{"10 tick", "20 tick"}));
}

TEST_F(Region, InitialisersRunBeforeAnyProcess) {
  uint32_t s = signal("s", byte);
  Assembler init;
  store(init, s, 5);
  init.op(Opcode::Return, 0);
  b.image.modules[m].initialiser = b.function(m, init);
  Assembler p;
  show(p, "s", s);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 s 00000101"}));
}

} // namespace
