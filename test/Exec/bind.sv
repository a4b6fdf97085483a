// bind (IEEE 1800-2023 23.11): to a module, to chosen instances, from a module and the unit.
// No oracle: Icarus Verilog 11 does not have bind.
// RUN: %run-tiers %s | FileCheck %s
// CHECK-DAG: all test.a.all x=1 limit=3
// CHECK-DAG: all test.b.all x=0 limit=3
// CHECK-DAG: one test.b.one y=2
// CHECK-DAG: path test.a.path y=1
// CHECK-DAG: iface test.a.deep x=1
// CHECK-NOT: one test.a
// CHECK-NOT: path test.b
module probe #(parameter string Tag = "?")(input logic [1:0] y);
  initial #1 $display("%s %m y=%0d", Tag, y);
endmodule
module watch #(int Limit = 1)(input x);
  initial #1 $display("all %m x=%b limit=%0d", x, Limit);
endmodule
interface spy(input x);
  initial #1 $display("iface %m x=%b", x);
endinterface
module dut #(parameter P = 3)(input x, input [1:0] y);
  localparam L = P;
endmodule
bind dut watch #(.Limit(L)) all(.*);
bind dut : test.b probe #(.Tag("one")) one(y);
module test;
  logic p = 1, q = 0;
  dut a(p, 2'd1);
  dut b(q, 2'd2);
  bind a probe #("path") path(.y);
  bind test.a spy deep(x);
endmodule
