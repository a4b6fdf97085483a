// Continuous assignments: carries bit by bit, part selects of one vector.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: hw.module @dut(in %a : i8, in %b : i8, in %cin : i1, out sum : i8, out cout : i1, out wide : i9)
// CHECK-NOT: unrealized_conversion_cast
module dut(input logic [7:0] a, b, input logic cin, output logic [7:0] sum, output logic cout,
           output logic [8:0] wide);
  wire [8:0] carry;
  assign carry[0] = cin;
  for (genvar i = 0; i < 8; i++) begin : stage
    assign sum[i] = a[i] ^ b[i] ^ carry[i];
    assign carry[i+1] = (a[i] & b[i]) | (carry[i] & (a[i] ^ b[i]));
  end
  assign cout = carry[8];
  assign wide[8:4] = a[7:3] - b[4:0];
  assign wide[3:0] = a[3:0] * b[3:0];
endmodule

module tb;
  logic [7:0] a, b, sum;
  logic cin, cout;
  logic [8:0] wide;
  dut u(.*);
  initial begin
    int unsigned r = 12345;
    for (int i = 0; i < 40; i++) begin
      r = r * 1103515245 + 12345;
      {a, b, cin} = r[31:15];
      #1 $display("%h %h %b: %h %b %h", a, b, cin, sum, cout, wide);
    end
  end
endmodule
