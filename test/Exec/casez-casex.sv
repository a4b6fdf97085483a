// casez and casex: don't-care bits on either side (IEEE 1800-2023 12.5.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic int z(input logic [3:0] v);
    casez (v)
      4'b1???: return 1;
      4'b01??: return 2;
      4'b0x1?: return 3;
      4'b00z1: return 4;
      default: return 5;
    endcase
  endfunction
  function automatic int x(input logic [3:0] v);
    casex (v)
      4'b1xxx: return 1;
      4'b01??: return 2;
      4'b001x: return 3;
      default: return 5;
    endcase
  endfunction
  initial begin
    `check(z(4'b1010), 1)
    `check(z(4'b0111), 2)
    `check(z(4'b0x10), 3)
    `check(z(4'b0010), 5)  // x in an item matches only x
    `check(z(4'b0001), 4)
    `check(z(4'bx000), 5)
    `check(z(4'bz000), 1)  // z in the expression matches anything
    `check(x(4'b1zzz), 1)
    `check(x(4'bx000), 1)
    `check(x(4'b0x00), 2)
    `check(x(4'b0010), 3)
    `check(x(4'b00x0), 3)
    `check(x(4'b0001), 5)
    `done
  end
endmodule
