// Digits that a number base does not have.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: literal_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: '8' is not a digit of an octal number
  int a = 4'o8;
  // CHECK: literal_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: expected digits after the number base '8'h'
  int b = 8'h;
endmodule
