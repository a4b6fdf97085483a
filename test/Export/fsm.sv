// A state machine: enumeration, case, defaults before it, and a variable that only one branch uses.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: seq.firreg {{.*}} clock {{.*}} reset async {{.*}} : i2
module dut(input logic clk, rst_n, req, input logic [3:0] data, output logic busy, done,
           output logic [3:0] seen);
  typedef enum logic [1:0] {Idle, Load, Work, Done} State;
  State state, next;
  logic [3:0] left, work;
  always_comb begin
    next = state;
    busy = 1;
    done = 0;
    unique case (state)
      Idle: begin
        busy = 0;
        if (req) next = Load;
      end
      Load: next = Work;
      Work: begin
        work = left - 1;
        if (work == 0) next = Done;
      end
      Done: begin
        done = 1;
        next = Idle;
      end
    endcase
  end
  always_ff @(posedge clk, negedge rst_n)
    if (!rst_n) begin
      state <= Idle;
      left <= 4'd3;
    end else begin
      state <= next;
      if (state == Load) left <= data;
      else if (state == Work) left <= left - 1;
      if (done) seen <= data;
    end
endmodule

module tb;
  logic clk, rst_n, req, busy, done;
  logic [3:0] data, seen;
  dut u(.*);
  initial begin
    int unsigned r = 7;
    clk = 0; rst_n = 1; req = 0; data = 0;
    #1 rst_n = 0;
    #1 $display("%b %b", busy, done);
    rst_n = 1;
    for (int i = 0; i < 300; i++) begin
      #1 clk = ~clk;
      #1 $display("%b: %b %b %h", req, busy, done, seen);
      r = r * 1103515245 + 12345;
      {req, data} = r[28:24];
      rst_n = r[23:18] != 0;
    end
  end
endmodule
