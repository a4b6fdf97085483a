// A clocked datapath of 512 bits: add, rotate, xor, select, compare, and a sum of
// products of slices. The accumulator is computed a second time in 32-bit words
// with explicit carries, and both are compared at the end.
`timescale 1ns / 1ns

module stage (
  input clk,
  input reset,
  input [511:0] in,
  output reg [511:0] out
);
  wire [511:0] rotated = {in[498:0], in[511:499]};
  wire [511:0] mixed = (in + (rotated ^ {8{64'h0123456789ABCDEF}})) ^ (in >> 3);
  wire larger = in > rotated;
  always @(posedge clk)
    if (reset) out <= 512'd1;
    else out <= larger ? mixed - rotated : mixed | (rotated & ~in);
endmodule

module datapath512;
  parameter CYCLES = 20000;

  reg clk = 0;
  reg reset = 1;
  reg [511:0] source;
  wire [511:0] s1, s2, s3;
  reg [511:0] accumulator;
  reg [31:0] words [0:15];
  reg [32:0] partial;
  reg [511:0] gathered;
  integer cycle, i;

  stage stage1 (clk, reset, source, s1);
  stage stage2 (clk, reset, s1, s2);
  stage stage3 (clk, reset, s2, s3);

  // A linear feedback shift register feeds the first stage.
  always @(posedge clk)
    if (reset) source <= {16{32'hDEADBEEF}};
    else source <= {source[510:0], source[511] ^ source[509] ^ source[500] ^ source[383]};

  always @(posedge clk)
    if (reset) accumulator <= 0;
    else accumulator <= accumulator + s3 + s2[255:0] * s1[511:448];

  reg [511:0] addend;
  always @(posedge clk)
    if (reset)
      for (i = 0; i < 16; i = i + 1) words[i] = 0;
    else begin
      addend = s3 + s2[255:0] * s1[511:448];
      partial = 0;
      for (i = 0; i < 16; i = i + 1) begin
        partial = words[i] + addend[32 * i +: 32] + partial[32];
        words[i] = partial[31:0];
      end
    end

  initial begin
    $display("start");
    #5 clk = 1;
    #5 clk = 0;
    reset = 0;
    for (cycle = 0; cycle < CYCLES; cycle = cycle + 1) begin
      #5 clk = 1;
      #5 clk = 0;
    end
    for (i = 0; i < 16; i = i + 1) gathered[32 * i +: 32] = words[i];
    $display("%0s datapath512: %0d cycles, %h", gathered === accumulator ? "PASS" : "FAIL",
             CYCLES, accumulator);
    $finish(0);
  end
endmodule
