// Delayed copies of signals: as late as negative limits need them, at once otherwise; declared or
// not (IEEE 1800-2023 31.9).
// No oracle: Icarus Verilog 11 takes no empty arguments of timing checks and makes no delayed copies.
// RUN: %run-tiers %s 2> %t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// RUN: %circt-sim +notimingchecks %s 2>&1 | FileCheck %s --check-prefix=OFF
`timescale 1ns / 1ns
module late(input clk, input [1:0] d);
  reg bad = 0, other = 0;
  wire [1:0] dd;
  specify
    // Data must be steady from 2 to 6 behind the clock, so that the clock is sampled late.
    $setuphold(posedge clk, d, -2, 6, bad, , , dclk, dd);
    // That makes this one need later data too.
    $setuphold(posedge clk, other, 4, -1, bad, , , dclk, dother);
  endspecify
  always @(dclk) $display("late: clock %b at %0d", dclk, $time);
  always @(dd) $display("late: data %b at %0d", dd, $time);
  always @(dother) $display("late: other %b at %0d", dother, $time);
  initial #30 other = 1;
endmodule
module plain(input clk, d);
  specify
    $recrem(posedge clk, d, 3, 1, , , , dclk, dd);
  endspecify
  always @(dclk or dd) $display("plain: %b %b at %0d", dclk, dd, $time);
endmodule
module test;
  reg clk = 0;
  reg [1:0] d = 0;
  late l(clk, d);
  plain p(clk, d[1]);
  initial begin
    #10 clk = 1;
    #1 d = 3;
    #1 clk = 0;
    #30 $finish(0);
  end
endmodule
// CHECK-DAG: plain: 1 0 at 10
// CHECK-DAG: plain: 1 1 at 11
// CHECK-DAG: late: data 11 at 11
// CHECK-DAG: late: clock 1 at 12
// CHECK-DAG: plain: 0 1 at 12
// CHECK: late: clock 0 at 14
// CHECK: late: other 1 at 33
// ERR: timing-checks-delayed.sv:24:5: warning: timing violation: $recrem of clk at 10 ns and d at 11 ns, limit 3 ns [in test.p, at 11 ns]
// ERR-NOT: violation
// OFF: plain: 1 0 at 10
// OFF: late: clock 1 at 10
// OFF: late: data 11 at 11
