// Relational, equality, case equality and wildcard equality operators
// (IEEE 1800-2023 11.4.4, 11.4.5, 11.4.6).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] a = 8'd200;
  logic signed [7:0] s = -8'sd56;
  logic [3:0] x = 4'b10x1;
  logic [79:0] big = {1'b1, 79'd0};
  initial begin
    `check(a > 8'd100, 1'b1)
    `check(s > 8'sd100, 1'b0)
    `check(s < 8'sd0, 1'b1)
    `check(s < 8'd0, 1'b0)  // mixed signs: unsigned
    `check(a <= 8'd200, 1'b1)
    `check(a >= 8'd201, 1'b0)
    `check(4'sb1111 < 8'sd3, 1'b1)
    `check(4'b1111 < 8'sd3, 1'b0)
    `check(x < 4'd3, 1'bx)
    `check(x >= 4'bz, 1'bx)
    `check(4'b1001 == 4'b1001, 1'b1)
    `check(x == 4'b1001, 1'bx)
    `check(x == 4'b0001, 1'b0)  // a difference in known bits decides
    `check(x != 4'b0001, 1'b1)
    `check(x != 4'b1011, 1'bx)
    `check(x === 4'b10x1, 1'b1)
    `check(x === 4'b10z1, 1'b0)
    `check(x !== 4'b1001, 1'b1)
    `check(4'b10z1 === 4'b10z1, 1'b1)
    `check(4'b1011 ==? 4'b10x1, 1'b1)
    `check(4'b1011 ==? 4'b10z1, 1'b1)
    `check(4'b1111 ==? 4'b10x1, 1'b0)
    `check(4'b1x11 ==? 4'b1?11, 1'b1)
    `check(4'b1x11 ==? 4'b1011, 1'bx)
    `check(4'b1111 !=? 4'b10x1, 1'b1)
    `check(4'b1011 !=? 4'b10x1, 1'b0)
    // Operands of different widths are extended.
    `check(8'h0f == 4'hf, 1'b1)
    `check(8'hff == 4'shf, 1'b0)
    `check(8'shff == 4'shf, 1'b1)
    `check(big > 80'd1, 1'b1)
    `check($signed(big) < 80'sd1, 1'b1)
    `check(big == {1'b1, 79'd0}, 1'b1)
    `check((a == 8'd200) + 2'd1, 2'd2)
    `done
  end
endmodule
