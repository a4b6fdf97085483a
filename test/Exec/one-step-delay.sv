// #1step: the smallest precision of the design (IEEE 1800-2023 3.14.3, 9.4.1).
// No oracle: Icarus Verilog 11 has no 1step.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns/100ps
module fine;
  timeunit 1ns / 10ps;
endmodule
module t;
  int errors = 0;
  fine f();
  int v = 0;
  realtime start;
  initial begin
    #1 start = $realtime;
    repeat (10) #1step;
    `check($realtime, start + 0.1)
    v <= #1step 4;
    `check(v, 0)
    #1step;
    #1step `check(v, 4)
    v = #1step 5;
    `check(v, 5)
    `done
  end
endmodule
