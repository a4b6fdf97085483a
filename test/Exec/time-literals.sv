// Time literals, timeunit and timeprecision (IEEE 1800-2023 5.8, 3.14.2.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module slow;
  timeunit 1us;
  timeprecision 1ns;
  realtime at;
  initial #2 at = $realtime;
endmodule
module test;
  timeunit 1ns / 1ps;
  int errors = 0;
  slow s();
  realtime r;
  time t;
  initial begin
    #10ns;
    `check($time, 64'd10)
    #1.5us;
    `check($time, 64'd1510)
    #250ps;
    `checkReal($realtime, 1510.25)
    r = 3.5ns;
    `checkReal(r, 3.5)
    r = 2us;
    `checkReal(r, 2000.0)
    t = 1ns;
    #(t * 490 - 0.25ns);
    `checkReal($realtime, 2000.0)
    #1;
    `checkReal(s.at, 2.0)
    `done
  end
endmodule
