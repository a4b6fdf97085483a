// An instance of a module that nobody has defined.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: unknown-module_bad.sv:[[#@LINE+1]]:3: error: there is no module or interface 'counter'
  counter u();
endmodule
