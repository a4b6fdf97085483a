// An event triggered at time 0 reaches an always procedure behind it in the text; members of an
// unpacked union share storage (IEEE 1800-2023 4.7, 15.5, 7.3).
// No oracle: Icarus Verilog 11 does not have unpacked unions.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0, i = 0;
  event e;
  union { bit [7:0] wide; bit [3:0] low; logic [2:0] l; } un;
  initial begin
    ->e;
    un.wide = 8'h8c;
    `check(un.low, 4'hc)
    un.low = 4'h3;
    `check(un.low, 4'h3)
    `check(un.l, 3'h3)
    #5 `check(i, 1)
    `done
  end
  always @(e) i++;
endmodule
