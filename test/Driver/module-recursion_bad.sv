// A module that instantiates itself without end.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: module-recursion_bad.sv:{{[0-9]+}}:{{[0-9]+}}: error: 'loop' instantiates itself without end
module loop;
  loop inner();
endmodule
module test;
  loop u();
endmodule
