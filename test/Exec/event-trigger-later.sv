// Nonblocking triggers with delays and event controls (IEEE 1800-2023 15.5.1).
// No oracle: Icarus Verilog 11 does not have nonblocking triggers with event controls.
// RUN: %run-tiers %s | FileCheck %s
// CHECK: e at 3
// CHECK-NEXT: e at 6
// CHECK-NEXT: e at 8
// CHECK-NEXT: e at 10
// CHECK-NOT: e at
module test;
  event e;
  bit clk;
  initial repeat (6) #2 clk = ~clk;
  initial begin
    #1 ->> #2 e;
    #4 ->> @(negedge clk) e;
  end
  initial begin
    ->> repeat (2) @(posedge clk) e;
    #9 ->> @(posedge clk) e;
  end
  always @(e) $display("e at %0t", $time);
endmodule
