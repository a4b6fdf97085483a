// $dumpvars in a small design: the same changes at the same times as Icarus Verilog
// (IEEE 1800-2023 21.7).
// REQUIRES: iverilog
// RUN: iverilog -g2012 -DFILE='"%t.expected.vcd"' -o %t.vvp %s && vvp -n %t.vvp
// RUN: %circt-sim -DFILE='"%t.actual.vcd"' %s
// RUN: python3 %S/Inputs/compare-vcd.py %t.expected.vcd %t.actual.vcd
`timescale 1ns / 100ps
module sub #(parameter P = 3) (input clk, output reg [7:0] q, inout w);
  real x;
  reg signed [4:0] s;
  wire [7:0] dq = q;
  logic [1:0][3:0] pk;
  reg [5:2] rg;
  reg [99:0] wide;
  integer n;
  genvar g;
  for (g = 0; g < 2; g = g + 1) begin : gen
    reg gr;
    initial gr = g;
  end
  task tk(input [3:0] a);
    begin : inner
      reg lv;
      lv = a[0];
      #1 x = x + 0.5;
    end
  endtask
  function automatic [3:0] fn(input [3:0] z);
    fn = z + 1;
  endfunction
  initial begin : blk
    reg [1:0] lr;
    lr = 1;
    x = 0;
    q = 0;
    wide = 0;
    n = 5;
    #3 s = -1;
    #5 lr = 2;
    tk(3);
    pk = 8'ha5;
    rg = 4'b10xz;
    wide = 100'h8_0000_0000_0000_0000 + fn(n);
    wide = wide << 3;
  end
  always @(posedge clk) q <= q + 1;
endmodule
module test;
  reg clk = 0;
  wire [7:0] q;
  wire w;
  tri1 pulled;
  assign w = q[1] ? 1'bz : q[0];
  sub #(.P(5)) u (clk, q, w);
  sub u2 (clk, , w);
  always #2 clk = ~clk;
  initial begin
    $dumpfile(`FILE);
    #1 $dumpvars;
    #10 $dumpoff;
    #5 $dumpon;
    #4 $dumpall;
    #2 $dumpflush;
    #5 $finish;
  end
endmodule
