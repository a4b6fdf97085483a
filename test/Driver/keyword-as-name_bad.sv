// A reserved word as the name of a variable.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: keyword-as-name_bad.sv:[[#@LINE+1]]:7: error: expected {{.*}}name{{.*}}found 'table'
  int table;
endmodule
