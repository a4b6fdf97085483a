// Packed arrays of several dimensions: selects, slices, whole values
// (IEEE 1800-2023 7.4.1).
// No oracle: Icarus Verilog 11 has no variable index but the last.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0][7:0] bytes;
  logic [1:0][2:0][3:0] cube;
  bit [0:3][0:3] ascending;
  int i;
  initial begin
    bytes = 32'h0123_4567;
    `check(bytes[3], 8'h01)
    `check(bytes[0][3:0], 4'h7)
    `check(bytes[2:1], 16'h2345)
    i = 1;
    `check(bytes[i], 8'h45)
    `check(bytes[i][i +: 2], 2'b10)
    bytes[i] = 8'hff;
    `check(bytes, 32'h0123_ff67)
    bytes[i+1][7:4] = 4'h9;
    `check(bytes, 32'h0193_ff67)
    bytes[i][0] = 1'b0;
    `check(bytes[1], 8'hfe)
    `check($bits(cube), 24)
    cube = 24'h123456;
    `check(cube[1], 12'h123)
    `check(cube[1][2], 4'h1)
    `check(cube[0][0], 4'h6)
    cube[0][1][3] = 1'b1;
    `check(cube, 24'h1234d6)
    ascending = 16'h8001;
    `check(ascending[0], 4'h8)
    `check(ascending[3][3], 1'b1)
    bytes = bytes + 1;
    `check(bytes[0], 8'h68)
    i = 7;
    `check(bytes[i], 8'bx)
    bytes[i] = 8'h00;
    `check(bytes, 32'h0193_fe68)
    `done
  end
endmodule
