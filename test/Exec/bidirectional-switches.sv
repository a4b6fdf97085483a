// tran, tranif and MOS switches (IEEE 1800-2023 28.7, 28.8).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic drive = 0, control = 0, v = 1;
  wire a, b, n, p, c;
  assign a = drive ? v : 1'bz;
  tranif1 gate(a, b, control);
  nmos (n, v, control);
  pmos (p, v, control);
  cmos (c, v, control, ~control);
  initial begin
    #1;
    `check(b, 1'bz)
    `check(n, 1'bz)
    `check(p, 1'b1)
    `check(c, 1'bz)
    drive = 1;
    #1;
    `check(a, 1'b1)
    control = 1;
    #1;
    `check(n, 1'b1)
    `check(p, 1'bz)
    `check(c, 1'b1)
    v = 0;
    #1;
    `check(n, 1'b0)
    `check(c, 1'b0)
    `done
  end
endmodule
