// Arithmetic operators: wrap-around, signs, division by zero, unknown operands
// (IEEE 1800-2023 11.4.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] a, b;
  logic signed [7:0] s, t;
  logic [15:0] wide;
  logic [64:0] big;
  integer i;
  initial begin
    a = 200; b = 100;
    `check(8'(a + b), 8'd44)
    wide = a + b;  // the context widens the operands
    `check(wide, 16'd300)
    wide = a - b - b - b;
    `check(wide, 16'hff9c)
    wide = a * b;
    `check(wide, 16'd20000)
    `check(a / b, 8'd2)
    `check(a % 8'd7, 8'd4)
    s = -7; t = 2;
    `check(s / t, -8'sd3)
    `check(s % t, -8'sd1)
    `check(s % -t, -8'sd1)
    `check(8'sd7 % -8'sd2, 8'sd1)
    `check(s * t, -8'sd14)
    `check(-s, 8'sd7)
    `check(+s, -8'sd7)
    s = -128;
    `check(-s, -8'sd128)
    `check(s / -8'sd1, -8'sd128)
    `check(a / 8'd0, 8'bx)
    `check(a % 8'd0, 8'bx)
    `check(a + 8'b0000_000x, 8'bx)
    `check(a * 8'bz, 8'bx)
    `check(-8'b1x, 8'bx)
    `check(2 ** 10, 1024)
    `check(8'd3 ** 8'd6, 8'd217)
    `check((-2) ** 3, -8)
    `check(2 ** -1, 0)
    `check((-1) ** -3, -1)
    `check(1 ** -3, 1)
    i = 0;
    `check(i ** -1, 32'bx)
    `check(i ** 0, 1)
    big = 65'h1_ffff_ffff_ffff_ffff;
    `check(big + 65'd1, 65'd0)
    `check(big * big, 65'd1)
    `check(big / 65'd3, 65'h0_aaaa_aaaa_aaaa_aaaa)
    `check(big % 65'd1000, 65'd231)
    // A mix of signs is unsigned.
    a = 250; s = -1;
    wide = a + s;
    `check(wide, 16'd505)
    wide = s + 8'sd0;
    `check(wide, 16'hffff)
    `done
  end
endmodule
