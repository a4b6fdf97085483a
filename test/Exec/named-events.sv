// Named events: trigger, wait, several waiters, or-lists, triggers nobody waits for
// (IEEE 1800-2023 15.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  event start, stop, never;
  int got = 0, both = 0, log = 0;
  always @(start) got = got + 1;
  always @(start) both = both + 1;
  always @(start or stop) both = both + 10;
  initial begin
    -> start;  // may come before the waiters are there
    #1 got = 0; both = 0;
    -> start;
    #1;
    `check(got, 1)
    `check(both, 11)
    -> stop;
    #1;
    `check(got, 1)
    `check(both, 21)
    fork
      begin
        @start log = log * 10 + 1;
        @stop log = log * 10 + 2;
      end
      begin
        #1 -> stop;  // too early: it is not remembered
        #1 -> start;
        #1 -> stop;
      end
    join
    `check(log, 12)
    `check($time, 64'd6)
    `done
  end
  initial @never `check(0, 1)
endmodule
