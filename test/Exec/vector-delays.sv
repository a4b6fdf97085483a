// Which of several delays of a continuous assignment to a vector: falling to zero,
// turn-off to all z, rising in every other case (IEEE 1800-2023 10.3.3).
// No oracle: Icarus Verilog 11 takes the largest of the bits' delays.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 1ns
module test;
  int errors = 0;
  logic [3:0] v;
  wire [3:0] w;
  assign #(2, 4, 7) w = v;
  initial begin
    v = 4'b0110;
    #1 `check(w, 4'bx)
    #2 `check(w, 4'b0110)
    v = 4'b1000;  // some bits fall, but the value is not zero
    #1 `check(w, 4'b0110)
    #2 `check(w, 4'b1000)
    v = 4'b0000;
    #3 `check(w, 4'b1000)
    #2 `check(w, 4'b0000)
    v = 4'bzzzz;
    #6 `check(w, 4'b0000)
    #2 `check(w, 4'bzzzz)
    `done
  end
endmodule
