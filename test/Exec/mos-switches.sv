// MOS switches (IEEE 1800-2023 28.7).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic control = 0, v = 1;
  wire n, p, c, r;
  nmos (n, v, control);
  pmos (p, v, control);
  cmos (c, v, control, ~control);
  rnmos (r, v, control);
  initial begin
    #1;
    `check(r, 1'bz)
    `check(n, 1'bz)
    `check(p, 1'b1)
    `check(c, 1'bz)
    control = 1;
    #1;
    `check(n, 1'b1)
    `check(p, 1'bz)
    `check(c, 1'b1)
    `check(r, 1'b1)
    v = 0;
    #1;
    `check(r, 1'b0)
    `check(n, 1'b0)
    `check(c, 1'b0)
    `done
  end
endmodule
