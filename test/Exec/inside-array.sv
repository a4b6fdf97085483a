// An unpacked array as a member of a set stands for its elements
// (IEEE 1800-2023 11.4.13).
// No oracle: Icarus Verilog 11 has no inside.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int list[3] = '{3, 9, 27};
  int i;
  initial begin
    i = 9;
    `check(i inside {list}, 1'b1)
    i = 8;
    `check(i inside {list, 7}, 1'b0)
    `check(i inside {7, list, 8}, 1'b1)
    `done
  end
endmodule
