// Two modules of one name, with the place of the first.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: duplicate-module_bad.sv:[[#@LINE+4]]:8: error: a second definition of 'test'
// CHECK: duplicate-module_bad.sv:[[#@LINE+1]]:8: note: 'test' was declared here before
module test;
endmodule
module test;
endmodule
