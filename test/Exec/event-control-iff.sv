// iff in event controls, edge, and the order of or (IEEE 1800-2023 9.4.2, 9.4.2.3).
// No oracle: Icarus Verilog 11 has no iff.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0, enable = 0;
  int guarded = 0, edges = 0, either = 0;
  logic [1:0] other = 0;
  always @(posedge clk iff enable) guarded++;
  always @(edge clk) edges++;
  always @(posedge clk iff enable == 1, other iff !enable) either++;
  initial begin
    #1 clk = 1;
    #1 clk = 0;
    #1;
    `check(guarded, 0)
    `check(edges, 2)
    enable = 1;  // a change of the guard is no event
    #1;
    `check(guarded, 0)
    clk = 1;
    #1;
    `check(guarded, 1)
    `check(either, 1)
    other = 1;
    #1;
    `check(either, 1)
    enable = 0;
    other = 2;
    #1;
    `check(either, 2)
    enable = 'x;
    clk = 0;
    #1 clk = 1;
    #1;
    `check(guarded, 1)
    `check(edges, 5)
    fork
      @(posedge clk iff enable) guarded = 100;
      begin
        clk = 0;
        #1 clk = 1;
        #1 clk = 0;
        `check(guarded, 1)
        enable = 1;
        #1 clk = 1;
      end
    join
    #1;
    `check(guarded > 99, 1'b1)
    `done
  end
endmodule
