// Enumerations: default and given values, ranges of names, methods
// (IEEE 1800-2023 6.19).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef enum {Red, Green, Blue} color;
  typedef enum logic [3:0] {A = 3, B, C = 8, D} sparse;
  typedef enum int {Sub[3] = 10, Reg[5:6]} ranges;
  enum bit [1:0] {On, Off} anonymous;
  color c;
  sparse s;
  ranges r;
  initial begin
    c = Green;
    `check(c, 1)
    `check(c == Green, 1'b1)
    c = Blue;
    c = c.next();
    `check(c, Red)
    c = c.prev();
    `check(c, Blue)
    `check(c.first(), Red)
    `check(c.last(), Blue)
    `check(c.num(), 3)
    c = Red;
    `check(c.next(2), Blue)
    `check(s, 4'bx)
    s = A;
    `check(s, 4'd3)
    s = s.next;
    `check(s, 4'd4)
    s = s.next;
    `check(s, 4'd8)
    s = s.next;
    `check(s, 4'd9)
    `check(s.next(), A)
    `check(Sub0 + Sub1 + Sub2, 33)
    `check(Reg5, 13)
    `check(Reg6, 14)
    r = Sub1;
    `check(r, 11)
    anonymous = Off;
    `check(anonymous, 2'd1)
    `check($bits(s), 4)
    `done
  end
endmodule
