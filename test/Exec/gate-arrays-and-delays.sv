// Arrays of primitives, rise, fall and turn-off delays, inertial behaviour
// (IEEE 1800-2023 28.3.5, 28.16).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 1ns
module test;
  int errors = 0;
  logic [3:0] a = 4'b0000, b = 4'b1111;
  logic enable = 0, x = 0;
  wire [3:0] all, each;
  wire slow, tri3;
  and every[3:0] (all, a, b);
  not single[3:0] (each, enable);  // a scalar goes to each
  buf #(4, 6) delay(slow, x);
  bufif1 #(2, 3, 7) three(tri3, x, enable);
  initial begin
    #20;
    `check(slow, 1'b0)
    `check(tri3, 1'bz)
    a = 4'b0110;
    #1 `check(all, 4'b0110)
    `check(each, 4'b1111)
    x = 1;
    #3 `check(slow, 1'b0)
    #2 `check(slow, 1'b1)
    enable = 1;
    #1 `check(tri3, 1'bz)
    #2 `check(tri3, 1'b1)
    `check(each, 4'b0000)
    enable = 0;
    #6 `check(tri3, 1'b1)
    #2 `check(tri3, 1'bz)
    x = 0;
    #5 `check(slow, 1'b1)
    #2 `check(slow, 1'b0)
    x = 1;
    #2 x = 0;  // gone before it comes out
    #10 `check(slow, 1'b0)
    x = 1;
    #3 x = 1'bx;
    // x after the smaller delay, counted from the new change
    #3 `check(slow, 1'b0)
    #2 `check(slow, 1'bx)
    `done
  end
endmodule
