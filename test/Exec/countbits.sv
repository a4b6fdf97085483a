// $countbits (IEEE 1800-2023 20.9).
// No oracle: Icarus Verilog 11 does not have it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] v = 8'b01xz_1100;
  initial begin
    `check($countbits(v, '1), 3)
    `check($countbits(v, '0), 3)
    `check($countbits(v, 'x), 1)
    `check($countbits(v, 'x, 'z), 2)
    `check($countbits(v, '1, '0, 1'b1), 6)
    `done
  end
endmodule
