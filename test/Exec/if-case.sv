// if and case: unknown conditions, case item order, default, the widths of case
// items (IEEE 1800-2023 12.4, 12.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic int pick(input logic [2:0] v);
    case (v)
      3'b000: return 0;
      3'b001, 3'b010: return 1;
      3'b0x1: return 2;
      3'bzzz: return 3;
      3'b001: return 4;  // never: the first match wins
      default: return 9;
    endcase
  endfunction
  function automatic int branch(input logic c);
    if (c) return 1;
    else return 0;
  endfunction
  function automatic int reversed(input logic [3:0] v);
    case (1'b1)  // the items are not constants
      v[3]: return 3;
      v[2]: return 2;
      v[1]: return 1;
      v[0]: return 0;
      default: return -1;
    endcase
  endfunction
  logic [3:0] narrow;
  int r;
  initial begin
    `check(branch(1), 1)
    `check(branch(0), 0)
    `check(branch(1'bx), 0)
    `check(branch(1'bz), 0)
    `check(pick(3'b000), 0)
    `check(pick(3'b001), 1)
    `check(pick(3'b010), 1)
    `check(pick(3'b0x1), 2)
    `check(pick(3'b0z1), 9)
    `check(pick(3'bzzz), 3)
    `check(pick(3'bxxx), 9)
    `check(reversed(4'b0110), 2)
    `check(reversed(4'b0x01), 0)
    `check(reversed(4'b0000), -1)
    if (4'b0x10) r = 1; else r = 2;
    `check(r, 1)
    if (4'b0x00) r = 1; else r = 2;
    `check(r, 2)
    if (0) r = 3;
    else if (1) r = 4;
    else r = 5;
    `check(r, 4)
    // All expressions of a case are compared in the largest width.
    narrow = 4'hf;
    case (narrow)
      8'hff: r = 1;
      8'h0f: r = 2;
      default: r = 3;
    endcase
    `check(r, 2)
    case (4'sb1111)
      8'shff: r = 1;
      default: r = 2;
    endcase
    `check(r, 1)
    case (3)
      0: r = 1;
      1: r = 2;
    endcase
    `check(r, 1)
    `done
  end
endmodule
