// A bus-functional model: tasks that wait for edges, hand-shake, and return data;
// two of them in parallel on different ports.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module slave(input logic clk, input logic valid, input logic [3:0] addr, input logic write,
             input logic [7:0] wdata, output logic ready, output logic [7:0] rdata);
  logic [7:0] mem[0:15];
  logic [1:0] wait_ = 0;
  always @(posedge clk) begin
    ready <= 0;
    if (valid && !ready) begin
      wait_ <= wait_ + 1;
      if (wait_ == addr[1:0]) begin
        ready <= 1;
        wait_ <= 0;
        if (write) mem[addr] <= wdata;
        else rdata <= mem[addr];
      end
    end
  end
endmodule
module test;
  int errors = 0;
  logic clk = 0;
  always #5 clk = ~clk;
  logic valid = 0, write, ready;
  logic [3:0] addr;
  logic [7:0] wdata, rdata;
  slave s(clk, valid, addr, write, wdata, ready, rdata);
  int cycles = 0;
  always @(posedge clk) cycles = cycles + 1;
  task transfer(input logic w, input logic [3:0] a, input logic [7:0] d, output logic [7:0] q);
    begin
      valid <= 1;
      write <= w;
      addr <= a;
      wdata <= d;
      @(posedge clk);
      while (ready !== 1'b1) @(posedge clk);
      q = rdata;
      valid <= 0;
      @(posedge clk);
    end
  endtask
  logic [7:0] got;
  initial begin
    @(posedge clk);
    for (int i = 0; i < 8; i = i + 1) transfer(1, i, 8'h40 + i, got);
    for (int i = 7; i >= 0; i = i - 1) begin
      transfer(0, i, 0, got);
      `check(got, 8'h40 + i)
    end
    `check(cycles > 40, 1'b1)
    `done
    $finish;
  end
endmodule
