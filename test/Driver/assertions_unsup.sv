// Concurrent assertions are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  logic clk, a, b;
  // CHECK: assertions_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: concurrent assertions (IEEE 1800-2023 16.14)
  assert property (@(posedge clk) a |-> ##1 b);
endmodule
