// always @*: sensitive to everything read, selects and memory words included
// (IEEE 1800-2023 9.4.2.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a, b, y, w, index;
  logic [3:0] memory[0:3];
  logic [7:0] v;
  logic bitOut;
  int evaluations = 0;
  always @(a, b) evaluations = evaluations + 1;
  always @* begin
    y = a;
    if (b[0]) y = y + 1;
  end
  always @(*) w = memory[index[1:0]];
  always @* bitOut = v[b];
  initial begin
    #1;
    `check(y, 4'bx)
    evaluations = 0;
    a = 4'd1; b = 4'd0;
    #1;
    `check(y, 4'd1)
    `check(evaluations, 1)
    b = 4'd1;
    #1;
    `check(y, 4'd2)
    memory[2] = 4'd9;
    memory[3] = 4'd7;
    index = 2;
    #1;
    `check(w, 4'd9)
    index = 3;
    #1;
    `check(w, 4'd7)
    memory[3] = 4'd8;
    #1;
    `check(w, 4'd8)
    v = 8'b0000_0010;
    #1;
    `check(bitOut, 1'b1)
    v = 8'b0000_0000;
    #1;
    `check(bitOut, 1'b0)
    evaluations = 0;
    a = a;  // no change, no event
    #1;
    `check(evaluations, 0)
    a = 4'd9; a = 4'd1;  // back before anybody can run
    #1;
    `check(y, 4'd2)
    `done
  end
endmodule
