// defparam: through the hierarchy, before values that depend on it are computed
// (IEEE 1800-2023 23.10.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module leaf #(parameter N = 1) ();
  localparam Square = N * N;
  wire [N-1:0] bus = '1;
endmodule
module middle #(parameter N = 2) ();
  leaf #(.N(N + 1)) a();
  leaf b();
endmodule
module test;
  int errors = 0;
  middle m0();
  middle m1();
  defparam m1.N = 5;
  defparam m1.b.N = 7;
  defparam m0.a.N = 9;
  initial begin
    #1;
    `check(m0.a.N, 9)
    `check(m0.b.N, 1)
    `check(m1.a.N, 6)
    `check(m1.b.N, 7)
    `check(m1.b.Square, 49)
    `check($bits(m1.b.bus), 7)
    `check(m1.b.bus, 7'h7f)
    `done
  end
endmodule
