// $bits, $clog2, $countones, $onehot, $onehot0, $isunknown, $countbits, $signed
// (IEEE 1800-2023 20.6, 20.8, 20.9).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] v;
  initial begin
    v = 8'b0010_1000;
    `check($countones(v), 2)
    `check($onehot(v), 1'b0)
    `check($onehot0(8'd0), 1'b1)
    `check($onehot(8'h40), 1'b1)
    `check($isunknown(v), 1'b0)
    v[1] = 1'bz;
    `check($isunknown(v), 1'b1)
    `check($clog2(0), 0)
    `check($clog2(1), 0)
    `check($clog2(5), 3)
    `check($bits(v), 8)
    `done
  end
endmodule
