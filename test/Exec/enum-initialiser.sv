// The members of an enumeration are visible in the initialiser of the variable that
// is declared with it (IEEE 1800-2023 6.19).
// No oracle: Icarus Verilog 11 stops with an assertion.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  enum {A, B, C} e = B;
  enum logic [3:0] {Low = 4'd3, High = 4'd12} f = High, g = Low;
  initial begin
    enum {X, Y} local_;
    local_ = Y;
    `check(e, 1)
    `check(f, 4'd12)
    `check(g, 4'd3)
    `check(local_, 1)
    `done
  end
endmodule
