// Procedural continuous assignments and deassign; force stands above
// (IEEE 1800-2023 10.6.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0, clear = 1, preset = 1, d = 0, q;
  logic [3:0] v;
  always @(clear or preset)
    if (!clear) assign q = 0;
    else if (!preset) assign q = 1;
    else deassign q;
  always @(posedge clk) q = d;
  initial begin
    #1 d = 1; clk = 1;
    #1;
    `check(q, 1'b1)
    clear = 0;
    #1;
    `check(q, 1'b0)
    clk = 0;
    #1 clk = 1;
    #1;
    `check(q, 1'b0)
    clear = 1;
    #1;
    `check(q, 1'b0)  // stays until the next assignment
    clk = 0;
    #1 clk = 1;
    #1;
    `check(q, 1'b1)
    assign v = 4'd10;
    v = 4'd0;
    `check(v, 4'd10)
    assign v = 4'd2;  // replaces
    `check(v, 4'd2)
    force v = 4'd7;
    `check(v, 4'd7)
    release v;  // back to the assign
    #1;
    `check(v, 4'd2)
    deassign v;
    v = 4'd1;
    `check(v, 4'd1)
    `done
  end
endmodule
