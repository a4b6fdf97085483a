// Nonblocking triggers with event control (IEEE 1800-2023 15.5.1, 9.4.5).
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0, seen = 0;
  logic clk = 0;
  event e, f, g;
  always @(e) ++seen;
  initial begin
    ->> @(posedge clk) e;
    #1 `check(seen, 0)
    clk = 1;
    #1 `check(seen, 1)
    clk = 0;
    #1 clk = 1;
    #1 `check(seen, 1)
    ->> repeat (2) @(f) e;
    ->f;
    #1 `check(seen, 1)
    ->f;
    `check(seen, 1)
    #1 `check(seen, 2)
    ->> repeat (0) @(f) e;
    `check(seen, 2)
    #1 `check(seen, 3)
    // The event meant is the one the variable holds now.
    g = e;
    ->> @(negedge clk or f) g;
    g = null;
    clk = 0;
    #1 `check(seen, 4)
    ->f;
    #1 `check(seen, 4)
    ->> #2 e;
    #1 `check(seen, 4)
    #2 `check(seen, 5)
    `done
  end
endmodule
