// A parenthesis that is not closed.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  int a;
  // CHECK: unbalanced-parenthesis_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: expected ')'
  initial a = (1 + 2;
endmodule
