// An always whose body is one assignment with a delay: clocks and counters of old
// test benches (IEEE 1800-2023 9.4.5). Processes start in the order of the text, so
// the initial values are there.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg [1:0] count;
  reg clk, phase;
  integer sum;
  initial begin
    count = 0;
    clk = 0;
    phase = 1;
    sum = 5;
  end
  always count = #20 count + 1;
  always clk = #10 ~clk;
  always #15 phase = ~phase;
  always begin
    sum <= sum + 1;
    #25;
  end
  initial begin
    #5;
    `check(sum, 6)
    #6;
    `check(clk, 1'b1)
    `check(phase, 1'b1)
    #5 `check(phase, 1'b0)
    #5;
    `check(clk, 1'b0)
    `check(count, 2'd1)
    #50;
    `check(count, 2'd3)
    `check(clk, 1'b1)
    `check(sum, 8)
    `done
    $finish;
  end
endmodule
