// Nonblocking triggers, the triggered method, events as variables
// (IEEE 1800-2023 15.5.1, 15.5.3, 15.5.5).
// No oracle: Icarus Verilog 11 has none of them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  event a, b, alias_;
  int log = 0;
  initial begin
    -> a;
    wait (a.triggered);  // true until the time step ends
    log++;
    `check(log, 1)
    #1;
    `check(a.triggered, 1'b0)
    fork
      begin
        wait (a.triggered) log = 10;
      end
      #2 -> a;
    join
    `check(log, 10)
    `check($time, 64'd3)
    alias_ = b;  // the same event from now on
    fork
      begin
        @b log = 20;
      end
      #1 -> alias_;
    join
    `check(log, 20)
    `check(alias_ == b, 1'b1)
    `check(alias_ == a, 1'b0)
    ->> b;
    fork
      @b log = 30;
      #0 log = 25;  // before nonblocking updates
    join
    `check(log, 30)
    ->> #5 b;
    @b;
    `check($time, 64'd9)
    a = null;
    `check(a == null, 1'b1)
    `check(b != null, 1'b1)
    `done
  end
endmodule
