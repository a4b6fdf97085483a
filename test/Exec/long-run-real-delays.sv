// Clock generation with real periods, phase shifts and jitter-free long runs: time is
// exact over a million edges.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 1ps
module test;
  int errors = 0;
  logic a = 0, b = 0;
  int countA = 0, countB = 0;
  realtime last = 0, period = 0;
  always #1.25 a = ~a;
  initial begin
    #0.5;
    forever #(3.333 / 2) b = ~b;
  end
  always @(posedge a) countA = countA + 1;
  always @(posedge b) begin
    countB = countB + 1;
    period = $realtime - last;
    last = $realtime;
  end
  initial begin
    #100000;
    // 1.6665 ns is rounded to 1.667 ns.
    `check(countA, 40000)
    `checkReal(period, 3.334)
    `check(countB, 29994)
    `done
    $finish;
  end
endmodule
