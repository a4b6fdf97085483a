// A string that does not end on its line.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: unterminated-string_bad.sv:[[#@LINE+1]]:20: error: unterminated string literal
  initial $display("hello);
endmodule
