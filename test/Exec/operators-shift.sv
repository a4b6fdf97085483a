// Shift operators: logical, arithmetic, by more than the width, by an unknown
// amount (IEEE 1800-2023 11.4.10).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] a = 8'b1001_0110;
  logic signed [7:0] s = 8'sb1001_0110;
  logic [15:0] w;
  logic signed [15:0] sw;
  logic [99:0] big = 100'h8_0000_0000_0000_0000_0000_0001;
  logic signed [99:0] sbig;
  initial begin
    `check(a << 3, 8'b1011_0000)
    `check(a >> 3, 8'b0001_0010)
    `check(a <<< 3, 8'b1011_0000)
    `check(a >>> 3, 8'b0001_0010)
    `check(s >>> 3, 8'sb1111_0010)
    `check(s >> 3, 8'sb0001_0010)
    `check(s >>> 100, 8'sb1111_1111)
    `check(a << 8, 8'd0)
    `check(a >> 200, 8'd0)
    `check(a << 64'h1_0000_0000, 8'd0)
    `check(a << 1'bx, 8'bx)
    `check(a >> 2'bz0, 8'bx)
    `check(8'b1x0z_0011 << 2, 8'b0z00_1100)
    `check(8'sbx000_0000 >>> 2, 8'sbxxx0_0000)
    // The right operand is always unsigned and does not widen the result.
    `check(a >> -8'sd1, 8'd0)
    w = a << 4;
    `check(w, 16'h0960)
    w = (a << 4) >> 4;
    `check(w, 16'h0096)
    sw = s >>> 1;
    `check(sw, 16'shffcb)
    // An unsigned context makes >>> logical.
    w = (s >>> 1) + 8'd0;
    `check(w, 16'h004b)
    `check(big >> 96, 100'h8)
    `check(big << 99, 100'h8_0000_0000_0000_0000_0000_0000)
    `check(big >> 64, 100'h8_0000_0000)
    sbig = big;
    `check(sbig >>> 98, -100'sd2)
    `check(sbig >>> 500, -100'sd1)
    `done
  end
endmodule
