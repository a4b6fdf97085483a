// The conditional operator: widths, signs, an unknown condition
// (IEEE 1800-2023 11.4.11).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic c;
  logic [3:0] a = 4'b01xz, b = 4'b0011;
  logic [7:0] w;
  logic signed [3:0] s = -4'sd1;
  real r;
  initial begin
    c = 1;
    `check(c ? a : b, 4'b01xz)
    c = 0;
    `check(c ? a : b, 4'b0011)
    c = 1'bx;
    `check(c ? a : b, 4'b0xxx)
    `check(c ? b : b, 4'b0011)
    `check(c ? 4'b1111 : 4'b1010, 4'b1x1x)
    c = 1'bz;
    `check(c ? 4'b1100 : 4'b1010, 4'b1xx0)
    // Both branches take the width and the sign of the whole.
    c = 1;
    w = c ? s : 4'sd0;
    `check(w, 8'hff)
    w = c ? s : 4'd0;
    `check(w, 8'h0f)
    `check(c ? 4'hf : 8'h00, 8'h0f)
    // A condition of several bits is true when it is not zero.
    `check(4'b0100 ? 1 : 2, 1)
    `check(4'b01x0 ? 1 : 2, 1)
    `check(4'b0000 ? 1 : 2, 2)
    // It associates to the right.
    `check(0 ? 1 : 0 ? 2 : 3, 3)
    `check(1 ? 0 ? 1 : 2 : 3, 2)
    r = c ? 1 : 2.5;
    `checkReal(r, 1.0)
    r = !c ? 1 : 2.5;
    `checkReal(r, 2.5)
    `done
  end
endmodule
