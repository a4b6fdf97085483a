// An arithmetic unit: case with all kinds of operators, structures, a package.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK-DAG: comb.divu
// CHECK-DAG: comb.mods
// CHECK-DAG: comb.icmp slt
package alu_pkg;
  typedef struct packed {logic carry, zero; logic [7:0] value;} Result;
  function automatic Result finish(input logic [8:0] sum);
    finish.value = sum[7:0];
    finish.carry = sum[8];
    finish.zero = ~|sum[7:0];
  endfunction
endpackage

module dut import alu_pkg::*; (input logic [3:0] op, input logic [7:0] a, b, output Result res,
                               output logic [3:0] flags);
  logic [8:0] sum;
  always_comb begin
    case (op)
      0: sum = a + b;
      1: sum = {1'b0, a} - b;
      2: sum = a & b;
      3: sum = a | ~b;
      4: sum = a ^ b;
      5: sum = a << b[2:0];
      6: sum = 9'($signed(a) >>> b[2:0]);
      7: sum = 9'($signed(a) < $signed(b));
      8: sum = 9'(a <= b);
      9: sum = b == 0 ? 9'h1ff : 9'(a / b);
      10: sum = b == 0 ? 9'h0aa : 9'($signed(a) % $signed(b));
      11: sum = a * b;
      12: sum = {4{a[1:0]}};
      13: sum = 9'($countones(a));
      14: sum = {<<{a}};
      default: sum = 9'(-a);
    endcase
    res = finish(sum);
    flags = {&a, ^a, !b, a inside {[3:9], 8'h42}};
  end
endmodule

module tb;
  import alu_pkg::*;
  logic [3:0] op, flags;
  logic [7:0] a, b;
  Result res;
  dut u(.*);
  initial begin
    int unsigned r = 77;
    for (int i = 0; i < 600; i++) begin
      r = r * 1103515245 + 12345;
      {op, a, b} = r[30:11];
      #1 $display("%h %h %h: %h %b", op, a, b, res, flags);
    end
  end
endmodule
