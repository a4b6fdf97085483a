// An operator without its operand.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  int a;
  // CHECK: expression_bad.sv:[[#@LINE+1]]:19: error: expected an expression, found ';'
  initial a = 1 + ;
endmodule
