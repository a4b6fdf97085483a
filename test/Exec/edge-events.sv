// Which transitions are a posedge, a negedge, a change; the edge of a vector is
// that of its least significant bit (IEEE 1800-2023 9.4.2, table 9-2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic v;
  logic [3:0] vector;
  int pos, neg, any, vectorPos, expressionPos;
  always @(posedge v) pos = pos + 1;
  always @(negedge v) neg = neg + 1;
  always @(v) any = any + 1;
  always @(posedge vector) vectorPos = vectorPos + 1;
  always @(posedge (vector == 4'd5)) expressionPos = expressionPos + 1;
  task go(input logic from, input logic to, input int p, input int n, input int c);
    v = from;
    #1 pos = 0; neg = 0; any = 0;
    v = to;
    #1;
    if (pos !== p || neg !== n || any !== c) begin
      $display("FAIL: %b to %b: %0d %0d %0d", from, to, pos, neg, any);
      errors = errors + 1;
    end
  endtask
  initial begin
    #1;
    go(0, 0, 0, 0, 0);
    go(0, 1, 1, 0, 1);
    go(0, 1'bx, 1, 0, 1);
    go(0, 1'bz, 1, 0, 1);
    go(1, 0, 0, 1, 1);
    go(1, 1, 0, 0, 0);
    go(1, 1'bx, 0, 1, 1);
    go(1, 1'bz, 0, 1, 1);
    go(1'bx, 0, 0, 1, 1);
    go(1'bx, 1, 1, 0, 1);
    go(1'bx, 1'bx, 0, 0, 0);
    go(1'bx, 1'bz, 0, 0, 1);
    go(1'bz, 0, 0, 1, 1);
    go(1'bz, 1, 1, 0, 1);
    go(1'bz, 1'bx, 0, 0, 1);
    go(1'bz, 1'bz, 0, 0, 0);
    vector = 4'b0000;
    #1 vectorPos = 0; expressionPos = 0;
    vector = 4'b0001;
    #1 vector = 4'b0011;
    #1 vector = 4'b0010;
    #1 vector = 4'b0101;
    #1;
    `check(vectorPos, 2)
    `check(expressionPos, 1)
    `done
  end
endmodule
