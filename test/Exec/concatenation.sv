// Concatenation and replication, on both sides of an assignment
// (IEEE 1800-2023 11.4.12).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a = 4'ha, b = 4'hb;
  logic [7:0] c;
  logic carry;
  logic [15:0] m;
  logic signed [7:0] s;
  wire [3:0] hi, lo;
  assign {hi, lo} = c;
  localparam int N = 3;
  initial begin
    `check({a, b}, 8'hab)
    `check({a, 1'b1, 3'b0}, 8'ha8)
    `check({2{a}}, 8'haa)
    `check({N{2'b10}}, 6'b101010)
    `check({2{a, 2'b01}}, 12'b1010_01_1010_01)
    `check({b, {0{a}}}, 4'hb)  // a replication of zero vanishes
    `check({4{1'bx}}, 4'bxxxx)
    `check({1'bz, 1'b0}, 2'bz0)
    {carry, c} = 8'hff + 8'h02;
    `check(carry, 1'b1)
    `check(c, 8'h01)
    #1;
    `check(hi, 4'h0)
    `check(lo, 4'h1)
    {a, b} = {b, a};  // all of the right is read before the left is written
    `check(a, 4'hb)
    `check(b, 4'ha)
    {m[3:0], m[15:4]} = 16'h1234;
    `check(m, 16'h2341)
    {c[0], c[7:1]} = 8'h80;
    `check(c, 8'h01)
    {carry, a} <= 5'h15;
    #1;
    `check(carry, 1'b1)
    `check(a, 4'h5)
    s = {4'hf, 4'he};
    `check(s, -8'sd2)
    `done
  end
endmodule
