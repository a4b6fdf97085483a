// State-dependent and edge-sensitive paths (IEEE 1800-2023 30.4.3, 30.4.4, 30.5.3). The values are
// those of Icarus Verilog.
// REQUIRES: iverilog
// RUN: iverilog -g2012 -gspecify -o %t.vvp %s && vvp -n %t.vvp > %t.expected
// RUN: %run-tiers %s > %t.actual && diff %t.expected %t.actual
`timescale 1ns / 1ns
module alu(input a, b, input [1:0] op, output y);
  assign y = op[0] ? a & b : a ^ b;
  specify
    if (op == 2'b00) (a => y) = (3, 4);
    if (op == 2'b01) (a => y) = (5, 6);
    ifnone (a => y) = 9;
    if (op[1]) (b => y) = 2;
    (b => y) = 7;
    (op *> y) = 11;
  endspecify
endmodule
module flop(input clk, rst, d, output q);
  reg state;
  always @(posedge clk or posedge rst)
    if (rst) state <= 0;
    else state <= d;
  buf (q, state);
  specify
    (posedge clk => (q +: d)) = (4, 5);
    (posedge rst => (q +: 1'b0)) = (0, 2);
    if (!rst) (negedge clk => (q +: d)) = 1;
  endspecify
endmodule
module test;
  reg a = 0, b = 0, clk = 0, rst = 0, d = 0;
  reg [1:0] op = 0;
  wire y, q;
  alu u(a, b, op, y);
  flop f(clk, rst, d, q);
  initial begin
    $monitor("%0d: a=%b b=%b op=%b y=%b | clk=%b rst=%b d=%b q=%b", $time, a, b, op, y, clk, rst, d, q);
    #20 a = 1;
    #20 a = 0;
    #20 op = 1;
    #20 b = 1;
    #20 a = 1;
    #20 a = 0;
    #20 op = 2;
    #20 a = 1;
    #20 b = 0;
    #20 b = 1;
    #20 {a, b} = 2'b00;
    #20 {a, b} = 2'b01;
    #20 op = 2'b1x;
    #20 op = 2'b11;
    #20 d = 1;
    #20 clk = 1;
    #20 rst = 1;
    #20 rst = 0;
    #20 clk = 0;
    #20 clk = 1;
    #20 d = 0;
    #20 clk = 0;
    #20 clk = 1;
    #20 $finish(0);
  end
endmodule
