// Selects of parameters: in range, out of range, by variables
// (IEEE 1800-2023 11.5.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  parameter [7:0] P = 8'ha5;
  parameter Q = 32'd5;
  localparam [0:7] U = 8'h81;
  integer i;
  initial begin
    `check(P[0], 1'b1)
    `check(P[7:4], 4'ha)
    `check(P[8], 1'bx)
    `check(Q[40], 1'bx)
    `check(Q[33:30], 4'bxx00)
    `check(U[0], 1'b1)
    i = 5;
    `check(P[i], 1'b1)
    `check(P[i -: 2], 2'b10)
    i = -1;
    `check(P[i], 1'bx)
    `check(Q[i], 1'bx)
    i = 6;
    `check(P[i +: 4], 4'bxx10)
    i = 'x;
    `check(P[i], 1'bx)
    `done
  end
endmodule
