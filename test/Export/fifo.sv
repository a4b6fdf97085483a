// A queue: memory, pointers, flags; and a table of constants.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: seq.firmem 0, 1, undefined, port_order : <8 x 8>
module dut #(parameter int Depth = 8, localparam int Bits = $clog2(Depth))
    (input logic clk, rst, push, pop, input logic [7:0] in, output logic [7:0] out, square,
     output logic full, empty);
  logic [7:0] store [Depth];
  logic [Bits:0] head, tail;
  logic [7:0] squares [16];
  initial for (int i = 0; i < 16; i++) squares[i] = 8'(i * i);
  assign empty = head == tail;
  assign full = head[Bits-1:0] == tail[Bits-1:0] && head[Bits] != tail[Bits];
  assign out = store[head[Bits-1:0]];
  assign square = squares[in[3:0]];
  always_ff @(posedge clk)
    if (rst) {head, tail} <= '0;
    else begin
      if (push && !full) begin
        store[tail[Bits-1:0]] <= in;
        tail <= tail + 1'b1;
      end
      if (pop && !empty) head <= head + 1'b1;
    end
endmodule

module tb;
  logic clk, rst, push, pop, full, empty;
  logic [7:0] in, out, square;
  dut u(.*);
  initial begin
    int unsigned r = 23;
    clk = 0; rst = 1; push = 0; pop = 0; in = 0;
    for (int i = 0; i < 600; i++) begin
      #1 clk = ~clk;
      #1 $display("%b %b %h: %h %b %b %h", push, pop, in, out, full, empty, square);
      r = r * 1103515245 + 12345;
      in = r[23:16];
      push = i % 100 < 50 ? |r[26:25] : &r[26:25];
      pop = i % 100 < 50 ? &r[28:27] : |r[28:27];
      rst = i < 4;
    end
  end
endmodule
