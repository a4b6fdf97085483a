// Blocking and nonblocking assignments: the right side is read at once, updates
// happen in order after the active region (IEEE 1800-2023 10.4, 4.9.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0;
  logic [3:0] a = 4'd1, b = 4'd2, last, x, y, shift;
  logic [3:0] memory[0:3];
  int i, updates = 0;
  always @(posedge clk) a <= b;
  always @(posedge clk) b <= a;
  always @(posedge clk) begin
    shift[0] <= a[0];
    shift[3:1] <= shift[2:0];
  end
  always @(last) updates = updates + 1;
  initial begin
    shift = 4'b0110;
    #1 clk = 1;
    `check(a, 4'd1)
    #1;
    `check(a, 4'd2)
    `check(b, 4'd1)
    `check(shift, 4'b1101)
    // The last of several to one variable wins.
    last = 0;
    #1 updates = 0;
    last <= 4'd1;
    last <= 4'd2;
    last <= 4'd3;
    `check(last, 4'd0)
    #1;
    `check(last, 4'd3)
    // The destination's index is read at once as well.
    i = 1;
    memory[i] <= 4'd5;
    i = 2;
    memory[i] <= 4'd6;
    i = 0;
    #1;
    `check(memory[1], 4'd5)
    `check(memory[2], 4'd6)
    // #0 is the inactive region, before nonblocking updates.
    x = 0;
    x <= 1;
    #0;
    `check(x, 4'd0)
    #1;
    `check(x, 4'd1)
    y = 1;
    y <= y + 1;
    y = 7;
    #1;
    `check(y, 4'd2)
    `done
  end
endmodule
