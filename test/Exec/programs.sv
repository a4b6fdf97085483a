// Programs run in the reactive region and end the simulation (IEEE 1800-2023 24.3, 24.7).
// No oracle: Icarus Verilog 11 does not have the regions of programs.
// RUN: %run-tiers %s | FileCheck %s
// CHECK: program sees q=1 in the time step of the edge
// CHECK-NEXT: re-NBA: p=1 at 5, design saw 0
// CHECK-NEXT: next edge: design saw 1
// CHECK-NEXT: other done at 20
// CHECK-NEXT: done at 23
// CHECK-NEXT: final
// CHECK-NOT: never
module dut(input logic clk, d, output logic q, seen);
  initial q = 0;
  always @(posedge clk) begin
    q <= 1;
    seen <= d;
  end
endmodule
program bench(input logic clk, q, seen, output logic p);
  initial begin
    p = 0;
    @(posedge clk);
    // The design's nonblocking assignments are done.
    $display("program sees q=%b in the time step of the edge", q);
    p <= 1;
    #0;
    @(p) $display("re-NBA: p=%b at %0t, design saw %b", p, $time, seen);
    @(posedge clk) $display("next edge: design saw %b", seen);
    #8 $display("done at %0t", $time);
  end
  final $display("final");
endprogram
program other;
  initial begin
    #20 $display("other done at %0t", $time);
    $exit;
    $display("never");
  end
endprogram
module test;
  bit clk;
  wire q, seen, p;
  always #5 clk = ~clk;
  dut d(clk, p, q, seen);
  bench b(clk, q, seen, p);
  other o();
  initial #1000 $display("never");
endmodule
