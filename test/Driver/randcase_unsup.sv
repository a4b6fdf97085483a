// randcase and randsequence are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  initial begin
    // CHECK: randcase_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: randcase (IEEE 1800-2023 18.16)
    randcase
      1: $display("a");
      2: $display("b");
    endcase
  end
endmodule
