// Bidirectional pass switches are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  wire a, b;
  // CHECK: pass-switches_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: bidirectional pass switches (IEEE 1800-2023 28.8)
  tran t(a, b);
endmodule
