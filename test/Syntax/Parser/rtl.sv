// Everyday RTL parses without a word (IEEE 1800-2023 clauses 6, 9, 10, 23, 27).
// RUN: %circt-sim --parse-only %s 2>&1 | FileCheck %s --allow-empty --implicit-check-not=error

package types;
  typedef enum logic [1:0] {Idle, Run, Done} state_t;
  typedef struct packed { logic valid; logic [7:0] data; } word_t;
endpackage : types

module fifo import types::*; #(parameter int Depth = 4, parameter type T = word_t,
                               localparam int Width = $clog2(Depth))
    (input logic clk, rst_n, input T in, output T out, output logic full, empty);
  T store [Depth];
  logic [Width:0] head, tail;
  assign full = (head - tail) == Depth, empty = head == tail;
  assign out = store[tail[Width-1:0]];
  always_ff @(posedge clk or negedge rst_n)
    if (!rst_n) {head, tail} <= '0;
    else begin : move
      if (in.valid && !full) begin
        store[head[Width-1:0]] <= in;
        head <= head + 1'b1;
      end
    end : move
endmodule : fifo

module top(a, b, y);
  input [3:0] a, b;
  output [3:0] y;
  reg [3:0] y;
  genvar i;
  generate
    for (i = 0; i < 4; i = i + 1) begin : bits
      always @(a or b) case ({a[i], b[i]})
        2'b00, 2'b11: y[i] = #1 1'b0;
        default: y[i] = 1'b1;
      endcase
    end
  endgenerate
  fifo #(.Depth(8), .T(logic [3:0])) u_fifo (.clk(a[0]), .rst_n(), .*);
endmodule
