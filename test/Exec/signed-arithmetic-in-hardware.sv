// Multiply-accumulate, saturation and rounding with signed vectors of mixed widths.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module mac #(parameter int W = 8) (
  input logic clk, clear, input logic signed [W-1:0] a, b,
  output logic signed [2*W+3:0] acc, output logic signed [W-1:0] sat);
  wire signed [2*W-1:0] product = a * b;
  localparam signed [2*W+3:0] Max = (1 << (W - 1)) - 1;
  localparam signed [2*W+3:0] Min = -(1 << (W - 1));
  always_ff @(posedge clk)
    if (clear) acc <= '0;
    else acc <= acc + product;
  always_comb begin
    if (acc > Max) sat = Max[W-1:0];
    else if (acc < Min) sat = Min[W-1:0];
    else sat = acc[W-1:0];
  end
endmodule
module test;
  int errors = 0;
  logic clk = 0, clear = 1;
  logic signed [7:0] a = 0, b = 0, sat;
  logic signed [19:0] acc;
  mac dut(.clk(clk), .clear(clear), .a(a), .b(b), .acc(acc), .sat(sat));
  task step(input logic signed [7:0] x, input logic signed [7:0] y);
    a = x;
    b = y;
    #5 clk = 1;
    #5 clk = 0;
  endtask
  initial begin
    step(0, 0);
    clear = 0;
    step(-3, 5);
    `check(acc, -20'sd15)
    `check(sat, -8'sd15)
    step(-128, -128);
    `check(acc, 20'sd16369)
    `check(sat, 8'sd127)
    repeat (3) step(127, -128);
    `check(acc, -20'sd32399)
    `check(sat, -8'sd128)
    `check(acc >>> 4, -20'sd2025)
    `check((acc + 8) >>> 4, -20'sd2025)
    `check(acc[19], 1'b1)
    `done
  end
endmodule
