// A clock and a counter without end.
`timescale 1ns / 1ns
module test;
  logic clk = 0;
  logic [31:0] count = 0;
  always #5 clk = ~clk;
  always @(posedge clk) count <= count + 1;
  initial $display("running");
endmodule
