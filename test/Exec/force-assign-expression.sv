// A procedural assign or force follows its expression (IEEE 1800-2023 10.6).
// No oracle: Icarus Verilog 11 evaluates it once.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] v, a = 4'd1, s = 4'd3;
  wire [3:0] w = s;
  initial begin
    force v = a + 1;
    #1;
    `check(v, 4'd2)
    a = 4'd7;
    #1;
    `check(v, 4'd8)
    release v;
    a = 4'd0;
    #1;
    `check(v, 4'd8)
    assign v = s + 1;
    #1;
    `check(v, 4'd4)
    s = 4'd9;
    #1;
    `check(v, 4'd10)
    force v = a;
    #1;
    `check(v, 4'd0)
    s = 4'd4;
    #1;
    `check(v, 4'd0)
    release v;
    #1;
    `check(v, 4'd5)
    deassign v;
    s = 4'd1;
    #1;
    `check(v, 4'd5)
    force w = ~a;
    #1;
    `check(w, 4'd15)
    a = 4'd3;
    #1;
    `check(w, 4'd12)
    release w;
    #1;
    `check(w, 4'd1)
    `done
  end
endmodule
