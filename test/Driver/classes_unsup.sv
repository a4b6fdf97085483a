// Classes are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: classes_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: classes (IEEE 1800-2023 8)
  class packet;
    int length;
  endclass
endmodule
