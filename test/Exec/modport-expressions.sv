// Modport expressions (IEEE 1800-2023 25.5.4).
// No oracle: Icarus Verilog 11 does not have modport expressions.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface bus;
  logic [7:0] r = 8'ha5;
  bit s = 1;
  modport A(output .p(r[3:0]), input .q(r[7:4]), .both({r[0], s}));
  modport B(output .p(r[7:4]), input .q(s));
endinterface
module user(interface i, output logic [3:0] got);
  assign got = i.q;
  initial #1 i.p = 4'h7;
endmodule
module test;
  int errors = 0;
  wire [3:0] ga, gb;
  bus b();
  user u(b.A, ga);
  user v(b.B, gb);
  initial begin
    #0 `check(ga, 4'ha)
    `check(gb, 4'h1)
    #2 `check(b.r, 8'h77)
    `check(ga, 4'h7)
    `done
  end
endmodule
