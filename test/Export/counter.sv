// A counter with synchronous reset and enable; blocking assignments and an initial value.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: %[[CLK:.*]] = seq.to_clock %clk
// CHECK-DAG: seq.compreg {{.*}}, %[[CLK]] : i8
// CHECK-DAG: seq.firreg {{.*}} preset 9 : i4
module dut(input logic clk, rst, en, output logic [7:0] count, output logic [3:0] down = 9,
           output logic [7:0] total);
  always_ff @(posedge clk)
    if (rst) count <= '0;
    else if (en) count <= count + 1;
  always @(posedge clk) if (en) down <= down - 1;
  logic [7:0] sum;
  always @(negedge clk) begin
    sum = total + 3;
    if (sum > 200) sum = 1;
    total <= rst ? 0 : sum;
  end
endmodule

module tb;
  logic clk, rst, en;
  logic [7:0] count, total;
  logic [3:0] down;
  dut u(.*);
  initial begin
    int unsigned r = 99;
    clk = 0; rst = 1; en = 0;
    for (int i = 0; i < 200; i++) begin
      #1 clk = ~clk;
      #1 $display("%b %b %b: %h %h %h", clk, rst, en, count, down, total);
      r = r * 1103515245 + 12345;
      rst = i < 4 || r[20:16] == 0;
      en = r[24];
    end
  end
endmodule
