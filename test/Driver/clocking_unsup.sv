// Clocking blocks are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  logic clk, a;
  // CHECK: clocking_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: clocking blocks (IEEE 1800-2023 14.3)
  clocking cb @(posedge clk);
    input a;
  endclocking
endmodule
