// Time zero: initial and always processes start, continuous assignments settle, an
// edge from x is an event (IEEE 1800-2023 4, 9.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic a = 0, late, clk;
  wire na = ~a;
  wire both = a & na;
  int edges = 0, comb = 0, starts = 0;
  logic y;
  always @(posedge clk) edges = edges + 1;
  always_comb begin
    y = late;
  end
  always begin
    starts = starts + 1;
    @(a);
  end
  initial clk = 1;
  initial begin
    #0;
    #0;
    `check(na, 1'b1)
    `check(both, 1'b0)
    late = 1;
    #1;
    `check(y, 1'b1)
    `check(starts, 1)
    `check(edges <= 1, 1'b1)
    a = 1;
    #1;
    `check(starts, 2)
    `check(both, 1'b0)
    `done
  end
endmodule
