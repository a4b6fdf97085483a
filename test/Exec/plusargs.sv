// $test$plusargs and $value$plusargs (IEEE 1800-2023 21.6).
// RUN: %run-tiers -I %S/Inputs %s +FLAG +n=42 +h=beef +r=2.5 +w=text | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer n = 0;
  real r;
  reg [15:0] h;
  reg [8*8:1] word;
  initial begin
    `check($test$plusargs("FLAG") != 0, 1'b1)
    `check($test$plusargs("FLA") != 0, 1'b1)  // a prefix matches
    `check($test$plusargs("FLAGS") != 0, 1'b0)
    `check($test$plusargs("flag") != 0, 1'b0)
    `check($value$plusargs("n=%d", n) != 0, 1'b1)
    `check(n, 42)
    `check($value$plusargs("h=%h", h) != 0, 1'b1)
    `check(h, 16'hbeef)
    `check($value$plusargs("r=%f", r) != 0, 1'b1)
    `checkReal(r, 2.5)
    `check($value$plusargs("w=%s", word) != 0, 1'b1)
    `check(word, "text")
    n = 7;
    `check($value$plusargs("missing=%d", n) != 0, 1'b0)
    `check(n, 7)
    `done
  end
endmodule
