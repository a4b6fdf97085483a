// The order within a time step: active, inactive, nonblocking, postponed; a process
// runs until it waits (IEEE 1800-2023 4.4, 4.6).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic a = 0, b = 0;
  string log = "";
  always @(a) log = {log, "A"};
  always @(b) log = {log, "B"};
  initial begin
    #1;
    a = 1;
    b <= 1;
    log = {log, "1"};
    #0;
    log = {log, "2"};
    #0;
    log = {log, "3"};
    #1;
    `checkString(log, "1A23B")
    // An update by a nonblocking assignment starts a new round of active events.
    log = "";
    b <= 0;
    @(b) a <= 0;
    log = {log, "c"};
    @(a);
    #0 log = {log, "d"};
    #1;
    `check(log == "BcAd" || log == "cBAd", 1'b1)
    log = "";
    a = 1;
    a = 0;
    a = 1;
    #1;
    `checkString(log, "A")
    `done
  end
endmodule
