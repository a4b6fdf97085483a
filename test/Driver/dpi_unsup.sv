// Imported C functions are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: dpi_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: DPI imports (IEEE 1800-2023 35.4)
  import "DPI-C" function int add(input int a, input int b);
  initial $display(add(1, 2));
endmodule
