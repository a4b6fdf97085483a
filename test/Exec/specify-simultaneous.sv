// Conditions of paths that change together with the inputs of the paths: what counts is their value
// when the output changes (IEEE 1800-2023 30.4.4, 30.5.3). The values are those of Icarus Verilog.
// REQUIRES: iverilog
// RUN: iverilog -g2012 -gspecify -o %t.vvp %s && vvp -n %t.vvp > %t.expected
// RUN: %run-tiers %s > %t.actual && diff %t.expected %t.actual
`timescale 1ns / 1ns
module gate(input a, b, output y);
  assign y = a & b;
  specify
    if (b) (a => y) = 9;
    if (!b) (a => y) = 3;
    (b *> y) = 7;
  endspecify
endmodule
module mux(input a, b, c, output y);
  assign y = c ? a : b;
  specify
    if (c) (a => y) = 2;
    if (!c) (a => y) = 4;
    if (a) (c => y) = 8;
    if (!a) (c => y) = 5;
    (b => y) = (6, 3);
  endspecify
endmodule
module test;
  reg a = 0, b = 0, c = 0;
  wire y, z;
  gate g(a, b, y);
  mux m(a, b, c, z);
  initial begin
    $monitor("%0d: %b %b %b %b %b", $time, a, b, c, y, z);
    for (integer i = 0; i < 64; i = i + 1) begin
      #20 {a, b, c} = i[2:0];
      #20 {c, b, a} = i[5:3];
    end
    $finish(0);
  end
endmodule
