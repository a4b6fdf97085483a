// assign and deassign of bits and part-selects of variables: an extension of other
// simulators too (IEEE 1800-2023 10.6.1 has whole variables only).
// No oracle: Icarus Verilog assigns constants to part-selects only.
// RUN: %run-tiers -Wno-proc-assign-select -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] v = 0;
  logic [1:0] d = 2'b01;
  initial begin
    assign v[0] = 1'b1;
    v[0] = 1'bz;
    `check(v, 8'b0000_0001)
    assign v[5:4] = d;
    v = 8'b1111_0000;
    `check(v, 8'b1101_0001)
    d = 2'b10;
    #1;
    `check(v, 8'b1110_0001)
    deassign v[0];
    v = 8'b0;
    `check(v, 8'b0010_0000)
    force v[5] = 1'b0;
    `check(v, 8'b0000_0000)
    release v[5];
    `check(v, 8'b0010_0000)
    deassign v[5:4];
    v[4] = 1'b1;
    `check(v, 8'b0011_0000)
    assign {v[7], v[2:1]} = 3'b101;
    v = 8'b0;
    `check(v, 8'b1000_0010)
    deassign {v[7], v[2:1]};
    v = 8'b0;
    `check(v, 8'b0)
    `done
  end
endmodule
