// How an unknown value goes through conditions, selects, memories and registers
// (IEEE 1800-2023 11.4.11, 12.4, 7.4.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic sel, clk = 0, d;
  logic [3:0] viaIf, viaCase, viaSelect, q;
  wire [3:0] viaGate = {4{sel}} & 4'b0101;
  logic [3:0] memory[0:3];
  integer index;
  always_comb begin
    if (sel) viaIf = 4'd1;
    else viaIf = 4'd2;
    case (sel)
      1'b0: viaCase = 4'd2;
      1'b1: viaCase = 4'd1;
      default: viaCase = 4'bx;
    endcase
    viaSelect = sel ? 4'd1 : 4'd3;
  end
  always @(posedge clk) q <= {q[2:0], d};
  initial begin
    #1;
    `check(viaIf, 4'd2)       // optimistic
    `check(viaCase, 4'bx)
    `check(viaSelect, 4'b00x1)  // pessimistic, bit by bit
    `check(viaGate, 4'b0x0x)
    sel = 1;
    #1;
    `check(viaIf, 4'd1)
    `check(viaCase, 4'd1)
    `check(viaGate, 4'b0101)
    d = 1;
    repeat (2) begin #1 clk = 1; #1 clk = 0; end
    `check(q, 4'bxx11)
    `check(q + 4'd0, 4'bx)
    `check(q && 1'b1, 1'b1)
    `check(q == 4'b0000, 1'b0)
    for (index = 0; index < 4; index = index + 1) memory[index] = index;
    index = 'x;
    `check(memory[index], 4'bx)
    `check(memory[4], 4'bx)
    memory[index] = 4'd9;  // writes nowhere
    `check({memory[3], memory[2], memory[1], memory[0]}, 16'h3210)
    index = -1;
    memory[index] = 4'd9;
    `check({memory[3], memory[2], memory[1], memory[0]}, 16'h3210)
    `done
  end
endmodule
