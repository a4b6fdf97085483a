// A system task that does not exist.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: unknown-system-task_bad.sv:[[#@LINE+1]]:11: error: unknown or unsupported system task or function '$dipslay'
  initial $dipslay("hello");
endmodule
