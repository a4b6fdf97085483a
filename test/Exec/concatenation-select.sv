// Selects of a concatenation (IEEE 1800-2023 11.4.12).
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a = 4'h5, b = 4'ha;
  logic r;
  int i;
  initial begin
    `check({a, b}[5:2], 4'b0110)
    `check({a, b}[0], 1'b0)
    i = 6;
    `check({a, b}[i], 1'b1)
    `check({a, b}[i -: 3], 3'b101)
    `check({3{a}}[11:8], 4'h5)
    `done
  end
endmodule
