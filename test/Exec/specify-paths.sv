// Module paths: parallel and full, of vectors, with 1, 2, 3, 6 and 12 delays, beside delays inside
// of the module (IEEE 1800-2023 30.4, 30.5, 30.6). The values are those of Icarus Verilog.
// REQUIRES: iverilog
// RUN: iverilog -g2012 -gspecify -o %t.vvp %s && vvp -n %t.vvp > %t.expected
// RUN: %run-tiers %s > %t.actual && diff %t.expected %t.actual
`timescale 1ns / 1ns
module gate(input a, b, output y);
  and (y, a, b);
  specify
    (a => y) = 4;
    (b => y) = (6, 9);
  endspecify
endmodule

module three(input d, en, output y);
  bufif1 (y, d, en);
  specify
    (d => y) = (2, 3, 4);
    (en => y) = (5, 6, 7, 8, 9, 10);
  endspecify
endmodule

module full(input [1:0] a, input b, output [1:0] y, output z);
  assign y = a ^ {2{b}};
  assign z = ^a | b;
  specify
    (a => y) = 3;
    (b *> y) = 4;
    (a, b *> z) = 5;
  endspecify
endmodule

// The larger one of the path's delay and that inside counts.
module both(input a, output fast, slow);
  assign #2 fast = ~a;
  assign #8 slow = ~a;
  specify
    (a => fast) = 5;
    (a => slow) = 5;
  endspecify
endmodule

module flop(input clk, d, output reg q);
  always @(posedge clk) q <= d;
  specify
    (posedge clk => (q +: d)) = (3, 2);
  endspecify
endmodule

module test;
  reg a = 0, b = 0, d = 0, en = 0, clk = 0;
  reg [1:0] v = 0;
  wire y, t, z, fast, slow, q;
  wire [1:0] w;
  gate g(a, b, y);
  three th(d, en, t);
  full f(v, b, w, z);
  both i(a, fast, slow);
  flop ff(clk, d, q);
  initial begin
    $monitor("%0d: a=%b b=%b y=%b | d=%b en=%b t=%b | v=%b w=%b z=%b | %b %b | q=%b", $time, a, b, y, d, en, t, v, w, z,
             fast, slow, q);
    #20 a = 1;
    #20 b = 1;
    #20 a = 0;
    #20 {a, b} = 2'b00;
    #20 {a, b} = 2'b11;
    #20 a = 0;
    #2 a = 1; // too short
    #20 en = 1;
    #20 d = 1;
    #20 d = 0;
    #20 en = 0;
    #20 d = 1;
    #20 en = 1;
    #20 en = 0;
    #20 en = 1'bx;
    #20 en = 1;
    #20 v = 2'b01;
    #20 v = 2'b10;
    #20 b = 0;
    #20 clk = 1;
    #20 clk = 0; d = 0;
    #20 clk = 1;
    #20 $finish(0);
  end
endmodule
