// A missing semicolon is reported behind the token before it.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  logic a
  // CHECK: missing-semicolon_bad.sv:[[#@LINE-1]]:10: error: expected ';' after
  logic b;
endmodule
