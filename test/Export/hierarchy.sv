// Parameterised modules, expressions at ports, gates, arrays of registers.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: hw.module @{{.*}}delay{{.*}}(in %clk : i1, in %d : i3, out q : i3)
// CHECK: hw.module @{{.*}}delay{{.*}}(in %clk : i1, in %d : i5, out q : i5)
// CHECK: hw.module @dut
// CHECK-COUNT-3: hw.instance
module delay #(parameter W = 1, N = 1) (input logic clk, input logic [W-1:0] d,
                                        output logic [W-1:0] q);
  logic [W-1:0] stages [N];
  always_ff @(posedge clk) begin
    stages[0] <= d;
    for (int i = 1; i < N; i++) stages[i] <= stages[i-1];
  end
  assign q = stages[N-1];
endmodule

module dut(input logic clk, input logic [4:0] a, b, output logic [7:0] q, output wire g, output logic [4:0] p);
  wire [2:0] low;
  wire n;
  delay #(.W(3), .N(2)) u0(.clk(clk), .d(a[2:0] ^ b[2:0]), .q(low));
  delay #(.W(5), .N(3)) u1(.clk(clk), .d({n, a[3:0]}), .q(q[7:3]));
  delay #(.W(5), .N(3)) u2(.clk(~clk), .d(b), .q(p));
  assign q[2:0] = ~low;
  nand (n, a[0], b[1], low[2]);
  xor x1(g, n, a[4]);
endmodule

module tb;
  logic clk;
  logic [4:0] a, b, p;
  logic [7:0] q;
  wire g;
  dut u(.*);
  initial begin
    int unsigned r = 17;
    clk = 0; a = 0; b = 0;
    for (int i = 0; i < 200; i++) begin
      #1 clk = ~clk;
      #1 $display("%h %h: %h %b %h", a, b, q, g, p);
      r = r * 1103515245 + 12345;
      {a, b} = r[25:16];
    end
  end
endmodule
