// Delays of continuous assignments and gates that are variables: read when the
// right side changes (IEEE 1800-2023 10.3.3, 28.16).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 1ns
module test;
  int errors = 0;
  reg x = 0;
  integer up = 2, down = 3;
  real slow = 1.5;
  wire y, z, g;
  assign #(up, down) y = x;
  assign #slow z = x;
  buf #(up, down) (g, x);
  initial begin
    #10;
    `check(y, 1'b0)
    x = 1;
    #1 `check(y, 1'b0)
    `check(z, 1'b0)
    #2 `check(y, 1'b1)
    `check(z, 1'b1)
    `check(g, 1'b1)
    up = 6;
    down = 8;
    #1 x = 0;
    #4 `check(y, 1'b1)
    #5 `check(y, 1'b0)
    x = 1'bx;  // the smaller of the two
    #5 `check(g, 1'b0)
    #2 `check(g, 1'bx)
    `done
  end
endmodule
