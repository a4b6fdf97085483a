//===- NetTest.cpp - drivers, inertial drives, force and assign ---------------===//
//
// IEEE 1800-2023 6.6, 10.3.3, 10.6, 28.16.
//
//===----------------------------------------------------------------------===//
#include "Assembler.h"

#include <gtest/gtest.h>

using namespace circtsim::test;
using Lines = std::vector<std::string>;

namespace {

struct Nets : testing::Test {
  DesignBuilder b;
  ModuleId m = b.module("top");
  TypeId bit = b.logic(1), byte = b.logic(8);
  void show(Assembler &p, std::string note, uint32_t s, uint32_t width = 8) {
    uint32_t v = p.slots(2);
    p.op(Opcode::LdL8, width, v, b.offset(m, s));
    p.trace(std::move(note), {{v, width}});
  }
  void storeSlot(Assembler &p, uint32_t slot, uint64_t a, uint64_t x = 0) {
    p.op(Opcode::StpL8, 8, p.constant(a, x), slot);
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

TEST_F(Nets, SeveralDriversResolveAndNotify) {
  uint32_t w = b.signal(m, "w", byte, NetKind::Wire);
  uint32_t d0 = b.driver(m, w), d1 = b.driver(m, w);
  Assembler a;
  show(a, "w", w);
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::AnyChange, w)});
  Assembler p;
  show(p, "start", w);
  storeSlot(p, d0, 0, 0xff);
  p.delay(1);
  storeSlot(p, d1, 0x0f, 0xf0); // zzzz1111
  p.delay(1);
  storeSlot(p, d0, 0xa8, 0x07); // 10101zzz
  p.delay(1);
  storeSlot(p, d0, 0xa8, 0x07); // no change, no event
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 start xxxxxxxx", "1 w zzzz1111", "2 w 10101111"}));
}

TEST_F(Nets, PartDriversKeepApart) {
  uint32_t w = b.signal(m, "w", byte, NetKind::Wire);
  uint32_t lo = b.driver(m, w, 0, 4), hi = b.driver(m, w, 4, 3);
  Assembler a;
  a.trace("low part");
  a.op(Opcode::Return, 0);
  b.staticProcess(m, a, {b.term(Edge::AnyChange, w, 0, 4)});
  Assembler p;
  show(p, "start", w);
  storeSlot(p, lo, 5);
  p.delay(1);
  storeSlot(p, hi, 2);
  show(p, "w", w);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 start zxxxxxxx", "0 low part", "1 w z0100101"}));
}

TEST_F(Nets, DriversOfVariableParts) {
  uint32_t v = b.signal(m, "v", byte);
  uint32_t lo = b.driver(m, v, 0, 4);
  Assembler p;
  storeSlot(p, lo, 5);
  show(p, "v", v);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 v xxxx0101"}));
}

/// A process that drives `slot` with (a, x) after three delays at a time.
struct Drives : Nets {
  uint32_t w = b.signal(m, "w", bit, NetKind::Wire);
  uint32_t d = b.driver(m, w);
  void drive(Assembler &p, uint64_t a, uint64_t x, uint32_t delays) {
    uint32_t r = p.slots(3);
    p.op(Opcode::RefSlot, 0, r, d);
    p.op2(Opcode::Drive, FlagFour, p.constant(a, x), r, 0, 1, 1, delays);
  }
  uint32_t delays(Assembler &p, uint64_t rise, uint64_t fall, uint64_t turnOff) {
    uint32_t first = p.constant(rise);
    p.constant(fall);
    p.constant(turnOff);
    return first;
  }
  void watch() {
    Assembler a;
    show(a, "w", w, 1);
    a.op(Opcode::Return, 0);
    b.staticProcess(m, a, {b.term(Edge::AnyChange, w)});
  }
};

TEST_F(Drives, RiseFallTurnOffAndUnknown) {
  watch();
  Assembler p;
  uint32_t t = delays(p, 2, 3, 4);
  drive(p, 1, 0, t);
  p.delay(10);
  drive(p, 0, 0, t);
  p.delay(10);
  drive(p, 0, 1, t);
  p.delay(10);
  drive(p, 1, 1, t);
  p.delay(10);
  drive(p, 0, 0, NoSlot);
  initial(p);
  EXPECT_EQ(run(), (Lines{"2 w 1", "13 w 0", "24 w z", "32 w x", "40 w 0"}));
}

TEST_F(Drives, ThroughSlot) {
  watch();
  Assembler p;
  uint32_t t = delays(p, 2, 3, 4);
  auto driveSlot = [&](uint64_t a, uint64_t x) {
    p.op2(Opcode::Drivep, FlagFour, p.constant(a, x), d, 0, 1, 1, t);
  };
  driveSlot(1, 0);
  p.delay(10);
  driveSlot(0, 0);
  p.delay(1);
  driveSlot(1, 0); // as it is: the change under way is taken back
  p.delay(10);
  driveSlot(0, 1);
  p.delay(10);
  driveSlot(1, 1);
  initial(p);
  EXPECT_EQ(run(), (Lines{"2 w 1", "25 w z", "33 w x"}));
}

TEST_F(Drives, InertialCancel) {
  watch();
  Assembler p;
  uint32_t t = delays(p, 5, 5, 5);
  drive(p, 0, 0, NoSlot);
  p.delay(1);
  drive(p, 1, 0, t); // would arrive at 6
  p.delay(2);
  drive(p, 0, 0, t); // back to the present value: nothing left to do
  p.delay(20);
  drive(p, 1, 0, t); // arrives at 28
  p.delay(2);
  drive(p, 1, 0, t); // the same value keeps its time
  initial(p);
  b.top(m);
  Simulation s(b);
  EXPECT_EQ(s.run(), 0);
  EXPECT_EQ(s.trace, (Lines{"0 w 0", "28 w 1"}));
  EXPECT_EQ(s.context->scheduler().statistics.drivesCancelled, 1u);
}

TEST_F(Drives, ZeroDelayIsInactive) {
  watch();
  Assembler p;
  uint32_t t = delays(p, 0, 0, 0);
  drive(p, 1, 0, t);
  show(p, "before", w, 1);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 before x", "0 w 1"}));
}

/// A force process for bits of `s` that follows `source`.
struct Forces : Nets {
  uint32_t source = b.signal(m, "source", byte), v = b.signal(m, "v", byte);
  FuncId follower(uint32_t target, bool isAssign, uint32_t slot = NoSlot) {
    Assembler p;
    uint32_t r = p.slots(3), x = p.slots(2);
    Assembler::Label loop = p.label();
    p.bind(loop);
    p.op(Opcode::LdL8, 8, x, b.offset(m, source));
    if (slot == NoSlot)
      p.op(Opcode::RefLocal, 0, r, b.offset(m, target), target);
    else
      p.op(Opcode::RefSlot, 0, r, slot);
    p.op2(Opcode::ForceStore, FlagFour, x, r, isAssign, 8, 8);
    p.op(Opcode::WaitEvent, 0, p.wait({b.term(Edge::AnyChange, source)}));
    p.jump(Opcode::Jmp, 0, loop);
    return b.function(m, p, isAssign ? "assign" : "force");
  }
  void force(Assembler &p, uint32_t target, FuncId f, bool isAssign) {
    uint32_t r = p.slots(3);
    p.op(Opcode::RefLocal, 0, r, b.offset(m, target), target);
    p.op2(Opcode::Force, 0, r, f, isAssign, 8, 8);
  }
  void release(Assembler &p, uint32_t target, bool isAssign) {
    uint32_t r = p.slots(3);
    p.op(Opcode::RefLocal, 0, r, b.offset(m, target), target);
    p.op2(Opcode::Release, 0, r, 0, isAssign, 8, 8);
  }
  void set(Assembler &p, uint32_t s, uint64_t value) {
    p.op(Opcode::StL8, 8, p.constant(value, 0), b.offset(m, s), s);
  }
};

TEST_F(Forces, VariableKeepsTheForcedValue) {
  FuncId f = follower(v, false);
  Assembler p;
  set(p, source, 1);
  set(p, v, 9);
  force(p, v, f, false);
  show(p, "forced", v);
  set(p, v, 8);
  show(p, "store ignored", v);
  set(p, source, 2);
  p.delay(1);
  show(p, "follows", v);
  release(p, v, false);
  show(p, "released", v);
  set(p, source, 3);
  p.delay(1);
  show(p, "does not follow", v);
  set(p, v, 7);
  show(p, "store", v);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 forced 00000001", "0 store ignored 00000001", "1 follows 00000010",
                          "1 released 00000010", "2 does not follow 00000010",
                          "2 store 00000111"}));
}

TEST_F(Forces, NetsReturnToTheirDrivers) {
  uint32_t w = b.signal(m, "w", byte, NetKind::Wire), x = b.signal(m, "x", byte, NetKind::Wire);
  uint32_t sole = b.driver(m, w), one = b.driver(m, x), two = b.driver(m, x);
  FuncId f = follower(w, false), g = follower(x, false);
  Assembler p;
  set(p, source, 1);
  storeSlot(p, sole, 5);
  storeSlot(p, one, 6);
  storeSlot(p, two, 6);
  force(p, w, f, false);
  force(p, x, g, false);
  storeSlot(p, sole, 1); // equals the forced value: must not be lost
  storeSlot(p, one, 7);
  storeSlot(p, two, 7);
  show(p, "w", w);
  show(p, "x", x);
  p.delay(1);
  set(p, source, 4);
  p.delay(1);
  release(p, w, false);
  release(p, x, false);
  show(p, "w", w);
  show(p, "x", x);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 w 00000001", "0 x 00000001", "2 w 00000001", "2 x 00000111"}));
}

TEST_F(Forces, AssignBelowForce) {
  FuncId f = follower(v, false), a = follower(v, true);
  Assembler p;
  set(p, source, 1);
  force(p, v, a, true); // assign v = source
  show(p, "assigned", v);
  set(p, v, 9);
  show(p, "store ignored", v);
  force(p, v, f, false);
  set(p, source, 2);
  p.delay(1);
  show(p, "forced", v);
  release(p, v, false);
  show(p, "assign again", v);
  release(p, v, true);
  set(p, v, 9);
  show(p, "deassigned", v);
  initial(p);
  EXPECT_EQ(run(), (Lines{"0 assigned 00000001", "0 store ignored 00000001", "1 forced 00000010",
                          "1 assign again 00000010", "1 deassigned 00001001"}));
}

} // namespace
