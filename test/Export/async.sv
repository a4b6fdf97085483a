// Asynchronous resets of both levels, bits without reset, parts in several processes.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK-DAG: seq.firreg {{.*}} reset async %arst, {{.*}} : i4
// CHECK-DAG: seq.firreg {{.*}} reset async {{.*}} : i2
// CHECK-DAG: seq.compreg {{.*}} : i4
module dut(input logic clk, arst, rst_n, input logic [3:0] d, output logic [3:0] a, n,
           output logic [3:0] split);
  always_ff @(posedge clk or posedge arst)
    if (arst) a <= 4'h5;
    else a <= d;
  always_ff @(posedge clk or posedge arst)
    if (arst) n <= n;
    else if (d[0]) n <= n + d;
  always @(posedge clk or negedge rst_n)
    if (rst_n == 1'b0) split[1:0] <= 2'b10;
    else split[1:0] <= split[1:0] ^ d[1:0];
  always @(negedge clk) split[3:2] <= d[3:2];
endmodule

module tb;
  logic clk, arst, rst_n;
  logic [3:0] d, a, n, split;
  dut u(.*);
  initial begin
    int unsigned r = 11;
    clk = 0; arst = 0; rst_n = 1; d = 0;
    for (int i = 0; i < 300; i++) begin
      #1 clk = r[20];
      #1 {arst, rst_n} = {r[21] & r[22], r[23] | r[24]};
      #1 $display("%b %b %b: %h %h %h", clk, arst, rst_n, a, n, split);
      r = r * 1103515245 + 12345;
      d = r[19:16];
    end
  end
endmodule
