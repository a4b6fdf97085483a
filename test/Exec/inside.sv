// Set membership: values, ranges, open ranges, wildcards, unknowns
// (IEEE 1800-2023 11.4.13).
// No oracle: Icarus Verilog 11 has no inside.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] v;
  int i;
  initial begin
    i = 5;
    `check(i inside {1, 5, 7}, 1'b1)
    `check(i inside {1, 7}, 1'b0)
    `check(i inside {[1:4], [6:9]}, 1'b0)
    `check(i inside {[1:5]}, 1'b1)
    `check(i inside {[$:5]}, 1'b1)
    `check(i inside {[6:$]}, 1'b0)
    `check(i inside {[9:1]}, 1'b0)  // an empty range
    `check(!(i inside {4, 6}), 1'b1)
    `check(-3 inside {[-5:-1]}, 1'b1)
    v = 4'b1010;
    `check(v inside {4'b10??}, 1'b1)
    `check(v inside {4'b11xx}, 1'b0)
    v = 4'b10x0;
    `check(v inside {4'b1010}, 1'bx)
    `check(v inside {4'b1010, 4'b10?0}, 1'b1)
    `check(v inside {4'b0000}, 1'b0)
    i = 8;
    case (i) inside
      [0:3]: i = 100;
      [4:8]: i = 200;
      default: i = 300;
    endcase
    `check(i, 200)
    `done
  end
endmodule
