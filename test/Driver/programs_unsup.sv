// Program blocks are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
program main;
  initial $display("hello");
endprogram
module test;
  // CHECK: programs_unsup.sv:{{[0-9]+}}:{{[0-9]+}}: error: unsupported: program blocks (IEEE 1800-2023 24.3)
  main u();
endmodule
