// A macro that nobody has defined.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: undefined-macro_bad.sv:[[#@LINE+1]]:11: error: unknown compiler directive or undefined macro '`WIDTH'
  int a = `WIDTH;
endmodule
