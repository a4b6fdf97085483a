//===- DisplayTest.cpp - display, severity and control tasks ------------------===//
//
// IEEE 1800-2023 20.2, 20.10, 21.2. Expected text: Icarus Verilog.
//
//===----------------------------------------------------------------------===//
#include "CallBench.h"

using namespace circtsim::test;
using enum circtsim::builtins::BuiltinId;

namespace {

struct DisplayTask : CallBench {
  std::string show(Call call) {
    EXPECT_EQ(call.run(), BuiltinResult::Done);
    return output();
  }
};

TEST_F(DisplayTask, Lists) {
  start();
  EXPECT_EQ(show(call(Display)), "\n");
  EXPECT_EQ(show(call(Display).literal("B%d").number("8'h41").number("-5").real(1.5).string("abc")),
            "B 65         -51.5abc\n");
  EXPECT_EQ(
      show(call(Display).number("8'h41").missing().number("-5").missing().literal("lit%d").number(
          "8'h41")),
      " 65          -5 lit 65\n");
  EXPECT_EQ(show(call(DisplayB).number("8'h41")), "01000001\n");
  EXPECT_EQ(show(call(DisplayH).number("8'h41").missing().number("-5").missing().real(1.5)),
            "41 fffffffb 1.5\n");
  EXPECT_EQ(show(call(DisplayO).number("8'h41")), "101\n");
  EXPECT_EQ(show(call(Write)
                     .literal("%0d|%5d|%-5d|%05d")
                     .number("8'd65")
                     .number("8'd65")
                     .number("8'd65")
                     .number("8'd65")),
            "65|   65|65   |00065");
  // A string variable is no format, a literal under %s or %d is a value.
  EXPECT_EQ(show(call(Display).string("x%d").number("8'd65")), "x%d 65\n");
  EXPECT_EQ(show(call(Display).literal("%s %d").literal("a%b").literal("AB")), "a%b 16706\n");
  EXPECT_EQ(show(call(Display).literal("100%% %m %l")), "100% top work.top\n");
}

TEST_F(DisplayTask, BadFormats) {
  start();
  Call missing = call(Display).literal("A%d %d").number("8'h41").at(6);
  EXPECT_EQ(show(missing), "A 65 <%d>\n");
  EXPECT_EQ(errors(), "t.sv:6:3: warning: missing argument for $display<%d> [in top, at 0 ns]\n");
  EXPECT_EQ(show(call(Display).literal("E %q").number("8'd65")), "E <%q> 65\n");
  EXPECT_NE(errors().find("unknown format in $display<%q>"), std::string::npos);
  EXPECT_EQ(show(call(Display).literal("E %").number("8'd65")), "E % 65\n");
  EXPECT_EQ(show(call(Display).literal("%v").real(1)), "<%v>\n");
  EXPECT_NE(errors().find("incompatible value for $display<%v>"), std::string::npos);
}

TEST_F(DisplayTask, WarnsOncePerStatement) {
  start();
  Call again = call(Display).literal("%d");
  again.run();
  again.run();
  std::string text = errors();
  EXPECT_EQ(text.find("warning"), text.rfind("warning"));
}

TEST_F(DisplayTask, Times) {
  b.image.timePrecision = -12;
  b.image.modules[top].timeUnit = -9;
  b.image.modules[top].timePrecision = -12;
  start();
  EXPECT_EQ(show(call(Display)
                     .literal("%t|%0t|%10t|%-10t|")
                     .number("5")
                     .number("5")
                     .number("5")
                     .number("5")),
            "                5000|5000|      5000|5000      |\n");
  at(3700, [&] {
    EXPECT_EQ(call(Time).integer(64), 4);
    EXPECT_EQ(call(Stime).integer(), 4);
    EXPECT_EQ(call(Realtime).realResult(), 3.7);
    call(Timeformat).number("-9").number("2").literal(" ns").number("12").run();
    EXPECT_EQ(show(call(Display).literal("%t|%0t|").real(3.7).real(3.7)),
              "     3.70 ns|3.70 ns|\n");
  });
  EXPECT_EQ(show(call(Printtimescale)), "Time scale of (top) is 1ns / 1ps\n");
  EXPECT_EQ(call(Timeunit).integer(), -9);
  EXPECT_EQ(call(Timeprecision).scope("$root").integer(), -12);
  EXPECT_EQ(finish(), 0);
}

TEST_F(DisplayTask, Patterns) {
  TypeId color = b.bits(2);
  b.image.types[color].enumerators = {{"RED", {0, 0}}, {"GREEN", {1, 0}}};
  TypeId flags = b.logic(4);
  b.image.types[flags].fields = {{"lo", b.logic(2), 0}, {"hi", b.bits(2), 2}};
  TypeId record =
      b.structure({b.logic(8), b.array(b.bits(4), 2), b.scalar(TypeKind::String), color});
  uint32_t object = b.signal(top, "r", record);
  start();
  uint8_t *base = this->object(object).address;
  const std::vector<FieldImage> &fields = b.image.types[record].fields;
  base[fields[1].offset] = 3;
  base[fields[1].offset + 1] = 9;
  storeUnit(base + fields[2].offset, 8, context->heap.newString("a\"b"));
  base[fields[3].offset] = 1;
  EXPECT_EQ(show(call(Display).literal("%p").variable(object)),
            "'{m0:8'bxxxxxxxx, m1:'{3, 9}, m2:\"a\\\"b\", m3:GREEN}\n");
  EXPECT_EQ(show(call(Display)
                     .literal("%p %p %p")
                     .number("2'd1", color)
                     .number("2'd3", color)
                     .string("s")),
            "GREEN 3 \"s\"\n");
  EXPECT_EQ(show(call(Display).literal("%p|%0d").number("4'b10x1", flags).number("2'd1", color)),
            "'{lo:2'bx1, hi:2}|1\n");
}

TEST_F(DisplayTask, Strengths) {
  uint32_t weak = b.signal(top, "w", b.logic(1), NetKind::Wire);
  uint32_t pulled = b.signal(top, "t", b.logic(1), NetKind::Tri1);
  uint32_t supply = b.signal(top, "s", b.logic(1), NetKind::Supply0);
  uint32_t open = b.signal(top, "z", b.logic(1), NetKind::Wire);
  b.driver(top, weak, 0, 0, {5, 5});
  start();
  EXPECT_EQ(show(call(Display)
                     .literal("%v %v %v %v")
                     .signalValue(pulled)
                     .signalValue(supply)
                     .signalValue(open)
                     .number("1'b1")),
            "Pu1 Su0 HiZ St1\n");
  SlotEntry driver = context->design().tops[0]->slots[0];
  uint64_t one = 1, zero = 0;
  sched::storeBits(context->scheduler(), driver.address, driver.signal, 0, 1, 1, true, &one, &zero);
  EXPECT_EQ(show(call(Display).literal("%v").signalValue(weak)), "Pu1\n");
}

TEST_F(DisplayTask, Severity) {
  b.image.timePrecision = -12;
  start();
  at(10000, [&] {
    EXPECT_EQ(show(call(Info).literal("inf %0d").number("3").at(5)),
              "INFO: t.sv:5: inf 3\n      Time: 10000 Scope: top\n");
    EXPECT_EQ(show(call(Warning).literal("warn").at(5)),
              "WARNING: t.sv:5: warn\n         Time: 10000 Scope: top\n");
    EXPECT_EQ(show(call(Error).at(5)), "ERROR: t.sv:5: \n       Time: 10000 Scope: top\n");
    EXPECT_EQ(show(call(Info).number("5").missing().number("6").at(5)),
              "INFO: t.sv:5:           5           6\n      Time: 10000 Scope: top\n");
  });
  EXPECT_EQ(finish(), 1);
}

TEST_F(DisplayTask, FatalFinishes) {
  start();
  at(5, [&] {
    EXPECT_EQ(call(Fatal).number("1").literal("fat %0d").number("9").at(14).run(),
              BuiltinResult::Finish);
  });
  at(6, [&] { FAIL(); });
  EXPECT_EQ(finish(), 1);
  EXPECT_EQ(output(), "FATAL: t.sv:14: fat 9\n       Time: 5 Scope: top\n");
}

TEST_F(DisplayTask, Finish) {
  b.image.timePrecision = -12;
  start();
  at(15, [&] { EXPECT_EQ(call(Finish).at(7).run(), BuiltinResult::Finish); });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(output(), "t.sv:7: $finish called at 15 (1ps)\n");
}

TEST_F(DisplayTask, FinishWithoutAWord) {
  start();
  at(15, [&] { call(Finish).number("0").run(); });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(output(), "");
}

TEST_F(DisplayTask, StopIsAFailure) {
  start();
  at(15, [&] { call(Stop).at(8).run(); });
  EXPECT_EQ(finish(), 1);
  EXPECT_EQ(output(), "t.sv:8: $stop called at 15 (1ns)\n");
}

TEST_F(DisplayTask, Quiet) {
  start();
  builtins::stateOf(*context).isQuiet = true;
  at(15, [&] { call(Finish).run(); });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(output(), "");
}

TEST_F(DisplayTask, Strobe) {
  start();
  FuncId shown = thunk(call(Display).literal("late"));
  at(5, [&] {
    call(Strobe).thunk(shown).run();
    call(Display).literal("early").run();
    EXPECT_EQ(output(), "early\n");
  });
  at(6, [&] { EXPECT_EQ(output(), "late\n"); });
  at(7, [&] {
    call(Strobe).thunk(shown).run();
    call(Finish).number("0").run();
  });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(output(), "late\n");
}

TEST_F(DisplayTask, Monitor) {
  uint32_t v = b.signal(top, "v", b.logic(8)), other = b.signal(top, "o", b.logic(8));
  uint32_t memory = b.signal(top, "m", b.array(b.logic(8), 4));
  start();
  FuncId shown = thunk(call(Display).literal("v")), second = thunk(call(Display).literal("m[2]"));
  TypeId byte = b.image.types[b.image.modules[top].signals[memory].type].element;
  at(1, [&] { call(Monitor).thunk(shown).variable(v).run(); });
  at(2, [&] {
    EXPECT_EQ(output(), "v\n");
    set(v, "8'd1");
    set(v, "8'd2"); // twice in one step: one line
    set(other, "8'd1");
  });
  at(3, [&] {
    EXPECT_EQ(output(), "v\n");
    set(other, "8'd2");
    call(MonitorOff).run();
    set(v, "8'd3");
  });
  at(4, [&] {
    EXPECT_EQ(output(), "");
    call(MonitorOn).run();
  });
  at(5, [&] {
    EXPECT_EQ(output(), "v\n");
    call(Monitor).thunk(second).part(memory, 2, byte).run();
  });
  at(6, [&] {
    EXPECT_EQ(output(), "m[2]\n");
    set(v, "8'd9");
    SlotEntry word = object(memory);
    uint64_t one = 1, zero = 0;
    sched::storeBits(context->scheduler(), word.address + 1, word.signal, 0, 8, 8, true, &one,
                     &zero);
  });
  at(7, [&] {
    EXPECT_EQ(output(), "");
    SlotEntry word = object(memory);
    uint64_t one = 1, zero = 0;
    sched::storeBits(context->scheduler(), word.address + 2, word.signal, 0, 8, 8, true, &one,
                     &zero);
  });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(output(), "m[2]\n");
}

TEST_F(DisplayTask, FileMonitorEndsWithItsFile) {
  uint32_t v = b.signal(top, "v", b.logic(8));
  start();
  int64_t descriptor = call(Fopen).literal(file("m.txt")).literal("w").integer();
  FuncId shown =
      thunk(call(Fdisplay).vector(value::LogicVector::fromInt64(32, descriptor)).literal("v"));
  at(1, [&] { call(Fmonitor).thunk(shown).variable(v).run(); });
  at(2, [&] { set(v, "8'd1"); });
  at(3, [&] { call(Fclose).vector(value::LogicVector::fromInt64(32, descriptor)).run(); });
  at(4, [&] { set(v, "8'd2"); });
  EXPECT_EQ(finish(), 0);
  EXPECT_EQ(read("m.txt"), "v\nv\n");
  EXPECT_EQ(errors(), "");
}

} // namespace
