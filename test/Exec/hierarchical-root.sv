// Names that begin at $root (IEEE 1800-2023 23.3.1).
// No oracle: Icarus Verilog 11 does not know $root.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module leaf;
  int test = 5;  // hides the top module's name
  function automatic int fromRoot();
    return $root.test.counter;
  endfunction
endmodule
module test;
  int errors = 0, counter = 3;
  leaf a();
  initial begin
    `check($root.test.counter, 3)
    `check(a.fromRoot(), 3)
    $root.test.a.test = 8;
    `check(a.test, 8)
    `done
  end
endmodule
