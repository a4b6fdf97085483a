// A label behind an end that names something else.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
// CHECK: end-label_bad.sv:[[#@LINE+1]]:13: error: end label 'tests' does not match the name 'test'
endmodule : tests
