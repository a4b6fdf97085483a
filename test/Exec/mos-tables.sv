// MOS switches: z stays z whatever the control is, an unknown control makes L and H,
// and they pass the strength of their data (IEEE 1800-2023 28.7, table 28-7).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg d, g, on = 1;
  wire n, p, joined, w;
  nmos (n, d, g);
  pmos (p, d, g);
  assign (strong1, weak0) w = d;
  nmos (joined, w, on);
  assign (strong1, weak0) joined = 1'b1;
  reg [8*3:1] text;
  initial begin
    d = 1'bz;
    g = 1'bx;
    #1;
    `check(n, 1'bz)
    `check(p, 1'bz)
    d = 0;
    #1;
    `check(n, 1'bx)
    `check(joined, 1'b1)  // the weak zero passes as a weak zero
    $sformat(text, "%v", n);
    `check(text, "StL")
    d = 1;
    #1;
    $sformat(text, "%v", p);
    `check(text, "StH")
    g = 1;
    #1;
    `check(n, 1'b1)
    `check(p, 1'bz)
    `done
  end
endmodule
