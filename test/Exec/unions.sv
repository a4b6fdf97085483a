// Packed and unpacked unions (IEEE 1800-2023 7.3).
// No oracle: Icarus Verilog 11 has packed ones only.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef struct packed { logic [7:0] hi; logic [7:0] lo; } halves;
  typedef union packed {
    logic [15:0] word;
    halves h;
    logic [3:0][3:0] digits;
  } view;
  typedef union { int i; logic [7:0] b; } loose;
  view v;
  loose u;
  initial begin
    v.word = 16'habcd;
    `check(v.h.hi, 8'hab)
    `check(v.digits[0], 4'hd)
    v.digits[3] = 4'h1;
    `check(v.word, 16'h1bcd)
    v.h = '{hi: 8'h55, lo: 8'h66};
    `check(v, 16'h5566)
    v = 16'hxx01;
    `check(v.h.hi, 8'hxx)
    u.i = 100;
    `check(u.i, 100)
    u.b = 8'h42;
    `check(u.b, 8'h42)
    `done
  end
endmodule
