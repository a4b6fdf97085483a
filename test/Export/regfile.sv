// A register file with byte enables is a memory with lanes; a memory of two dimensions.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK-DAG: seq.firmem 0, 1, undefined, port_order : <16 x 16, mask 2>
// CHECK-DAG: seq.firmem 0, 1, undefined, port_order : <12 x 4>
// CHECK-COUNT-1: seq.firmem.write_port {{.*}} mask
module dut(input logic clk, input logic [1:0] we, input logic [3:0] wa, ra, rb,
           input logic [15:0] wd, output logic [15:0] a, b, output logic [3:0] t);
  logic [15:0] regs [0:15];
  logic [3:0] table_ [2:0][1:4];
  always_ff @(posedge clk) begin
    if (we[0]) regs[wa][7:0] <= wd[7:0];
    if (we[1]) regs[wa][15:8] <= wd[15:8];
  end
  always_ff @(posedge clk) if (we == 3) table_[wa[3:2]][wa[1:0] + 1] <= wd[11:8];
  assign a = ra == 0 ? '0 : regs[ra];
  assign b = regs[rb];
  assign t = table_[ra[1:0]][rb[2:0]];
endmodule

module tb;
  logic clk;
  logic [1:0] we;
  logic [3:0] wa, ra, rb, t;
  logic [15:0] wd, a, b;
  dut u(.*);
  initial begin
    int unsigned r = 5;
    clk = 0; we = 0; wa = 0; ra = 0; rb = 0; wd = 0;
    for (int i = 0; i < 400; i++) begin
      #1 clk = ~clk;
      #1 $display("%h %h %h: %h %h %h", wa, ra, rb, a, b, t);
      r = r * 1103515245 + 12345;
      {we, wa, ra, rb} = r[30:17];
      wd = r[23:8];
    end
  end
endmodule
