// Priority encoders: loop with break, casez, disable of a named block.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: hw.module @dut
// CHECK-NOT: seq.
module dut(input logic [7:0] req, output logic [2:0] first, last, output logic [1:0] high,
           output logic none);
  always_comb begin
    first = 0;
    for (int i = 0; i < 8; i++)
      if (req[i]) begin
        first = 3'(i);
        break;
      end
  end
  integer k;
  always @* begin : search
    last = 0;
    none = 1;
    begin : scan
      for (k = 7; k >= 0; k = k - 1)
        if (req[k]) begin
          last = k[2:0];
          none = 0;
          disable scan;
        end
    end
  end
  always @(req)
    casez (req[7:4])
      4'b1???: high = 3;
      4'b01??: high = 2;
      4'b001?: high = 1;
      default: high = 0;
    endcase
endmodule

module tb;
  logic [7:0] req;
  logic [2:0] first, last;
  logic [1:0] high;
  logic none;
  dut u(.*);
  initial
    for (int i = 0; i < 256; i++) begin
      req = 8'(255 - i);
      #1 $display("%h: %h %h %h %b", req, first, last, high, none);
    end
endmodule
