// Modules with different time units: delays are scaled and rounded to the local
// precision, $time to the local unit (IEEE 1800-2023 3.14, 20.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`timescale 1ns / 100ps
module fine(input logic go);
  real at;
  time whole;
  realtime exact;
  always @(posedge go) begin
    #1.26;  // 1.3 ns
    at = $realtime;
    whole = $time;
    exact = $realtime;
  end
endmodule
`timescale 1us / 10ns
module coarse(input logic go);
  real at;
  time whole;
  always @(posedge go) begin
    #0.016;  // 20 ns
    at = $realtime;
    whole = $time;
  end
endmodule
`timescale 10ns / 1ns
module tens(input logic go);
  time whole;
  integer short;
  always @(posedge go) begin
    #1.57 whole = $time;  // 16 ns after the start: 2 units of 10 ns, rounded
    short = $stime;
  end
endmodule
`timescale 1ns / 1ps
module test;
  int errors = 0;
  logic go = 0;
  fine f(go);
  coarse c(go);
  tens t(go);
  initial begin
    #1000 go = 1;
    #100;
    `checkReal(f.at, 1001.3)
    `check(f.whole, 64'd1001)
    `checkReal(f.exact, 1001.3)
    `checkReal(c.at, 1.02)
    `check(c.whole, 64'd1)
    `check(t.whole, 64'd102)
    `check(t.short, 102)
    `check($time, 64'd1100)
    #0.5;
    `checkReal($realtime, 1100.5)
    `check($time, 64'd1101)
    #0.0004;  // below the precision
    `checkReal($realtime, 1100.5)
    `done
  end
endmodule
