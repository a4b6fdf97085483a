// Memories: words, bits of words, ranges that do not begin at 0, two dimensions
// (IEEE 1800-2023 7.4.2, 7.4.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg [7:0] mem[0:15];
  reg [7:0] offset[100:103];
  reg [3:0] down[7:0];
  reg [7:0] grid[0:3][0:3];
  reg flags[0:9];
  real reals[0:3];
  integer i, j;
  wire [7:0] read = mem[i];
  initial begin
    for (i = 0; i < 16; i = i + 1) mem[i] = i * 3;
    `check(mem[5], 8'd15)
    `check(mem[5][3:0], 4'd15)
    `check(mem[5][0], 1'b1)
    i = 5;
    mem[i][7 -: 4] = 4'ha;
    `check(mem[5], 8'haf)
    `check(mem[i][i], 1'b1)
    #1;
    `check(read, 8'haf)
    mem[5] = 8'h01;
    #1;
    `check(read, 8'h01)
    i = 16;
    #1;
    `check(read, 8'bx)
    for (i = 100; i < 104; i = i + 1) offset[i] = i;
    `check(offset[102], 8'd102)
    `check(offset[99], 8'bx)
    down[7] = 4'd7;
    `check(down[7], 4'd7)
    `check(down[6], 4'bx)
    for (i = 0; i < 4; i = i + 1)
      for (j = 0; j < 4; j = j + 1) grid[i][j] = 16 * i + j;
    `check(grid[2][3], 8'h23)
    `check(grid[3][1][4], 1'b1)
    grid[1][1] <= grid[2][2];
    #1;
    `check(grid[1][1], 8'h22)
    flags[9] = 1;
    `check(flags[9], 1'b1)
    `check(flags[0], 1'bx)
    reals[2] = 2.5;
    `checkReal(reals[2] * 2, 5.0)
    `checkReal(reals[0], 0.0)
    `done
  end
endmodule
