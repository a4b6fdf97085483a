// Continuous assignments: width and sign, delays, inertial cancelling, implicit nets
// (IEEE 1800-2023 10.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 1ns
module test;
  int errors = 0;
  logic [3:0] a = 0, b = 0;
  logic pulse = 0, in = 0;
  wire [4:0] sum = a + b;
  wire [7:0] extended;
  wire delayed, riseFall;
  wire [3:0] part;
  logic signed [3:0] s = -4'sd2;
  int changes = 0;
  assign extended = s;
  assign #3 delayed = pulse;
  assign #(2, 5) riseFall = in;
  assign part[3:2] = a[1:0], part[1:0] = b[1:0];
  assign implicitNet = a[0] ^ b[0];
  always @(delayed) changes = changes + 1;
  initial begin
    #10;
    `check(sum, 5'd0)
    `check(extended, 8'hfe)
    a = 4'hf; b = 4'h1;
    #1;
    `check(sum, 5'h10)
    `check(part, 4'b1101)
    `check(implicitNet, 1'b0)
    changes = 0;
    pulse = 1;
    #2 pulse = 0;  // shorter than the delay: swallowed
    #10;
    `check(changes, 0)
    pulse = 1;
    #2;
    `check(delayed, 1'b0)
    #1;
    #0 `check(delayed, 1'b1)
    #4 pulse = 0;
    #4;
    `check(delayed, 1'b0)
    `check(changes, 2)
    in = 1;
    #1 `check(riseFall, 1'b0)
    #2 `check(riseFall, 1'b1)
    in = 0;
    #4 `check(riseFall, 1'b1)
    #2 `check(riseFall, 1'b0)
    in = 1'bx;  // the smaller of the delays
    #1 `check(riseFall, 1'b0)
    #2 `check(riseFall, 1'bx)
    `done
  end
endmodule
