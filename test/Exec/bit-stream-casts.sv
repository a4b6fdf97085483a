// Bit-stream casts of unpacked values, tolerance ranges (IEEE 1800-2023 6.24.3, 11.4.13).
// No oracle: Icarus Verilog 11 does not have bit-stream casts of unpacked values.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef struct { byte a; shortint b; byte c [2]; } parts;
  typedef byte bytes [5];
  parts s = '{8'h12, 16'h3456, '{8'h78, 8'h9a}};
  bytes b;
  int x, y, pair [2];
  typedef logic [39:0] vector;
  vector v;
  initial begin
    v = vector'(s);
    `check(v, 40'h123456789a)
    b = bytes'(s);
    `check(b[0], 8'h12)
    `check(b[4], 8'h9a)
    s = parts'(40'h0102030405);
    `check(s.b, 16'h0203)
    `check(s.c[1], 8'h05)
    pair = '{1, 2};
    '{x, y} = pair;
    `check(x, 1)
    `check(y, 2)
    `check(7 inside {[5 +/- 3]}, 1'b1)
    `check(9 inside {[5 +/- 3]}, 1'b0)
    `check(91 inside {[100 +%- 10]}, 1'b1)
    `check(89 inside {[100 +%- 10]}, 1'b0)
    `done
  end
endmodule
