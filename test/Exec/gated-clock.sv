// Derived clocks: a divider by nonblocking assignment, a gate without delay, data
// that changes with the clock it came from.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0, enable = 0, half = 0;
  logic [3:0] fast = 0, slow = 0, gated = 0, sampled = 0;
  logic latch;
  wire clkGated = clk & latch;
  always #5 clk = ~clk;
  always_latch if (!clk) latch = enable;
  always @(posedge clk) half <= ~half;
  always @(posedge clk) fast <= fast + 1;
  always @(posedge half) slow <= slow + 1;
  always @(posedge half) sampled <= fast;
  always @(posedge clkGated) gated <= gated + 1;
  initial begin
    #12 enable = 1;
    #30 enable = 0;
    #38;
    `check(fast, 4'd8)
    `check(slow, 4'd4)
    `check(gated, 4'd3)
    // half rises in the same step in which fast counts, after it: 7, not 6.
    `check(sampled, 4'd7)
    `done
    $finish;
  end
endmodule
