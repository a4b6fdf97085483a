// Bytes of a word that a loop writes are lanes of a memory; a part at a computed position makes it a register.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-sim-opt %t.mlir > /dev/null
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: seq.firmem 0, 1, undefined, port_order : <16 x 32, mask 4>
// CHECK-NOT: seq.firmem 0
// CHECK: seq.firmem.write_port {{.*}} mask
module dut(input logic clk, input logic [3:0] we, input logic [3:0] wa, ra, input logic [31:0] wd,
           output logic [31:0] q, output logic [7:0] r);
  logic [31:0] ram [16];
  logic [7:0] flags [8];
  always_ff @(posedge clk) begin
    for (int i = 0; i < 4; i++)
      if (we[i]) ram[wa][8*i+:8] <= wd[8*i+:8];
    if (we[0]) flags[wa[2:0]][wd[2:0]] <= wd[31];
  end
  assign q = ram[ra];
  assign r = flags[ra[2:0]];
endmodule

module tb;
  logic clk;
  logic [3:0] we, wa, ra;
  logic [31:0] wd, q;
  logic [7:0] r;
  dut u(.*);
  initial begin
    int unsigned x = 5;
    clk = 0; we = 0; wa = 0; ra = 0; wd = 0;
    for (int i = 0; i < 600; i++) begin
      #1 clk = ~clk;
      #1 $display("%h %h %h: %h %h", we, wa, ra, q, r);
      x = x * 1103515245 + 12345;
      {we, wa, ra} = x[30:19];
      wd = {x[23:8], x[31:16]};
    end
  end
endmodule
