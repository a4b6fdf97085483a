// A comment that never ends.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
endmodule
// CHECK: unterminated-comment_bad.sv:[[#@LINE+1]]:1: error: unterminated block comment
/* and so on
