// A conditional directive without its end.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: unterminated-ifdef_bad.sv:[[#@LINE+1]]:1: error: no '`endif' for this conditional directive
`ifndef NEVER
module test;
endmodule
