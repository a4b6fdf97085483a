// Logical operators with unknown operands, and their short circuit
// (IEEE 1800-2023 11.3.5, 11.4.7).
// No oracle: Icarus Verilog 11 has no -> and <-> as operators and evaluates both
// operands.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int calls = 0;
  function automatic logic count(input logic value);
    calls = calls + 1;
    return value;
  endfunction
  logic r;
  initial begin
    `check(1'b1 && 1'b1, 1'b1)
    `check(1'b1 && 1'bx, 1'bx)
    `check(1'b0 && 1'bx, 1'b0)
    `check(1'bx && 1'b0, 1'b0)
    `check(1'bz && 1'b1, 1'bx)
    `check(1'b0 || 1'bx, 1'bx)
    `check(1'bx || 1'b1, 1'b1)
    `check(!1'bx, 1'bx)
    `check(!4'b0000, 1'b1)
    `check(!4'b0x00, 1'bx)
    `check(!4'b0x10, 1'b0)  // a one decides
    `check(4'b0100 && 4'b0010, 1'b1)
    `check(1'b0 -> 1'bx, 1'b1)
    `check(1'b1 -> 1'b0, 1'b0)
    `check(1'bx -> 1'b0, 1'bx)
    `check(1'bx -> 1'b1, 1'b1)
    `check(1'b1 <-> 1'b1, 1'b1)
    `check(1'b1 <-> 1'b0, 1'b0)
    `check(1'b1 <-> 1'bx, 1'bx)
    `check(4'd4 <-> 4'd2, 1'b1)
    r = 1'b0 && count(1);
    `check(calls, 0)
    r = 1'b1 || count(1);
    `check(calls, 0)
    r = 1'b0 -> count(1);
    `check(calls, 0)
    r = 1'bx && count(1);
    `check(calls, 1)
    `check(r, 1'bx)
    r = 1'b0 || count(1);
    `check(calls, 2)
    r = 1'b1 ? 1'b0 : count(1);
    `check(calls, 2)
    r = 1'b0 <-> count(1);
    `check(calls, 3)
    `done
  end
endmodule
