// A registered memory with byte enables, read-during-write giving the old word, and
// a two-stage pipeline behind it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module ram(input logic clk, input logic [3:0] we, input logic [4:0] addr,
           input logic [31:0] wdata, output logic [31:0] rdata);
  logic [31:0] mem[0:31];
  always_ff @(posedge clk) begin
    for (int i = 0; i < 4; i = i + 1)
      if (we[i]) mem[addr][8*i +: 8] <= wdata[8*i +: 8];
    rdata <= mem[addr];
  end
endmodule
module test;
  int errors = 0;
  logic clk = 0;
  logic [3:0] we = 0;
  logic [4:0] addr = 0;
  logic [31:0] wdata = 0, rdata, stage;
  ram dut(.clk(clk), .we(we), .addr(addr), .wdata(wdata), .rdata(rdata));
  always_ff @(posedge clk) stage <= rdata + 1;
  task cycle(input logic [3:0] w, input logic [4:0] a, input logic [31:0] d);
    we = w; addr = a; wdata = d;
    #5 clk = 1;
    #5 clk = 0;
  endtask
  initial begin
    cycle(4'b1111, 5'd3, 32'h1122_3344);
    `check(rdata, 32'bx)
    cycle(4'b0101, 5'd3, 32'haabb_ccdd);
    `check(rdata, 32'h1122_3344)
    cycle(4'b0000, 5'd3, 32'h0);
    `check(rdata, 32'h11bb_33dd)
    `check(stage, 32'h1122_3345)
    cycle(4'b1000, 5'd4, 32'hff00_0000);
    cycle(4'b0000, 5'd4, 32'h0);
    `check(rdata, 32'hffxx_xxxx)
    `check(stage, 32'bx)
    cycle(4'b0001, 5'bx, 32'h0);  // an unknown address writes nowhere
    `check(rdata, 32'bx)
    cycle(4'b0000, 5'd3, 32'h0);
    `check(rdata, 32'h11bb_33dd)
    `done
  end
endmodule
