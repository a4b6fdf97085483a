// Covergroups are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  int v;
  // CHECK: covergroups_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: covergroups (IEEE 1800-2023 19.3)
  covergroup cg;
    coverpoint v;
  endgroup
endmodule
