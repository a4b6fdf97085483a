// Context-determined and self-determined operands: where carries survive
// (IEEE 1800-2023 11.6, 11.8).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a = 4'hf, b = 4'h1;
  logic [4:0] c5;
  logic [5:0] c6;
  logic [15:0] c;
  logic signed [3:0] s = -4'sd8;
  logic signed [7:0] t;
  initial begin
    c5 = a + b;
    `check(c5, 5'h10)
    `check({a + b}, 4'h0)  // an operand of a concatenation is self-determined
    `check($bits(a + b), 4)
    `check($bits({a, b}), 8)
    `check($bits(a == b), 1)
    `check($bits(a << 9), 4)
    `check($bits(a ? 3'd1 : 7'd1), 7)
    `check($bits(a + 1), 32)
    c5 = (a + b) >> 1;  // the shift does not cut the carry off
    `check(c5, 5'h08)
    c6 = {2{a}} >> 2 + 0;
    `check(c6, 6'h3f)
    c = a * a;
    `check(c, 16'h00e1)
    c = (a + b == 0);  // widened to the width of the literal, 32
    `check(c, 16'd0)
    c = (a + b == 4'd0);
    `check(c, 16'd1)
    c = -b;
    `check(c, 16'hffff)
    c = ~b;
    `check(c, 16'hfffe)
    c = {~b};
    `check(c, 16'h000e)
    c = !b;
    `check(c, 16'h0000)
    t = s;
    `check(t, -8'sd8)
    t = s + 4'sd0;
    `check(t, -8'sd8)
    t = s + 4'd0;  // unsigned
    `check(t, 8'sd8)
    t = {s};       // a concatenation is unsigned
    `check(t, 8'sd8)
    t = s[3:0];    // so is a part-select, even of all bits
    `check(t, 8'sd8)
    t = -s;
    `check(t, 8'sd8)
    t = s >>> 1;
    `check(t, -8'sd4)
    t = $unsigned(s);
    `check(t, 8'sd8)
    t = $signed(a);
    `check(t, -8'sd1)
    t = 4'sb1000 / 4'sd2;
    `check(t, -8'sd4)
    t = (s < 4'sd0) + 8'sd0;  // a comparison is one unsigned bit
    `check(t, 8'sd1)
    `done
  end
endmodule
