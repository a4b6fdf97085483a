// Value change dumps of gates and generated processes that share code: as Icarus Verilog's.
// REQUIRES: iverilog
// RUN: iverilog -g2012 -DFILE='"%t.expected.vcd"' -o %t.vvp %s && vvp -n %t.vvp
// RUN: %circt-sim -DFILE='"%t.actual.vcd"' %s
// RUN: python3 %S/Inputs/compare-vcd.py %t.expected.vcd %t.actual.vcd
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 -DFILE='"%t.native.vcd"' %s
// RUN: python3 %S/Inputs/compare-vcd.py %t.expected.vcd %t.native.vcd
`timescale 1ns / 1ns
module adder(output [9:0] s, output co, input [9:0] a, b, input ci);
  wire [10:0] c;
  assign c[0] = ci;
  genvar i;
  generate
    for (i = 0; i < 10; i = i + 1) begin : stage
      wire p, g, t;
      xor #1 (p, a[i], b[i]);
      and #1 (g, a[i], b[i]);
      and #(1, 2) (t, p, c[i]);
      or #1 (c[i + 1], g, t);
      xor #2 (s[i], p, c[i]);
    end
  endgenerate
  assign co = c[10];
endmodule
module test;
  reg [9:0] a, b, q;
  reg clk;
  wire [9:0] s0, s1;
  wire co0, co1;
  wire [9:0] mixed;
  wire #3 late = co1;
  adder u0(s0, co0, a, b, 1'b0);
  adder u1(s1, co1, s0, {b[4:0], a[9:5]}, co0);
  genvar i;
  generate
    for (i = 0; i < 10; i = i + 1) begin : bits
      reg seen;
      always @(posedge clk) begin
        q[i] <= s1[i];
        seen <= q[9 - i];
      end
      nor #(1, 3) (mixed[i], s0[i], seen);
    end
  endgenerate
  integer n;
  initial begin
    $dumpfile(`FILE);
    $dumpvars;
    clk = 0;
    a = 0;
    b = 10'bx;
    for (n = 1; n < 50; n = n + 1) begin
      #7 clk = ~clk;
      #(n % 9) a = n * 37 + (n << 5);
      if (n > 2) b = n * 91;
      if (n == 20) b = 10'b01x0z10x11;
    end
    #40 $finish(0);
  end
endmodule
