// A design in which every module is instantiated has no top.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: error: no top module
module a;
  b u();
endmodule
module b;
  a u();
endmodule
