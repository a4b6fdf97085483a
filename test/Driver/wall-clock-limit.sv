// --timeout ends an endless run with status 124.
// RUN: %not 124 %circt-sim --timeout=1 %s 2>&1 | FileCheck %s
module test;
  logic clk = 0;
  always #1 clk = ~clk;
  // CHECK: running
  initial $display("running");
endmodule
