// Delays of continuous assignments to unpacked objects (IEEE 1800-2023 10.3.3): inertial; the
// delay is that of the bits, if all are 0 or z.
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef struct { logic [3:0] a; real r; string s; } record;
  logic [3:0] v[2] = '{1, 2};
  logic [3:0] w[2];
  wire [3:0] three[2];
  record x = '{1, 2.5, "one"}, y;
  assign #3 w = v;
  assign #(3, 5, 7) three = v;
  assign #2 y = x;
  int changes = 0;
  always @(w[0], w[1]) ++changes;
  initial begin
    #2 `check(w[0], 4'bx)
    `checkString(y.s, "one")
    #1 #0 #0 `check(w[0], 1)
    `check(w[1], 2)
    `check(three[1], 2)
    v[1] = 5;
    #2 v[1] = 2; // back before it was seen
    x.s = "two";
    #3 `check(w[1], 2)
    `check(changes, 1)
    `checkString(y.s, "two")
    v = '{0, 0};
    #4 `check(w[0], 0)
    `check(three[0], 1)
    #2 `check(three[0], 0)
    v = '{'z, 'z};
    #6 `check(three[1], 0)
    #2 `check(three[1], 4'bz)
    `done
  end
endmodule
