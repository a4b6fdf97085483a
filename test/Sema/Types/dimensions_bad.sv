// Dimensions (IEEE 1800-2023 7.4).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: a packed dimension needs a range '[msb:lsb]'; '[n]' is taken as '[0:n-1]'
  logic [4] a;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the size of an array must be positive, not 0
  int b [0];
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: type 'real' cannot have packed dimensions
  real [3:0] c;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the constant 1'bx has unknown bits
  logic ['x:0] d;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: expected an integral expression, found one of type 'real'
  logic [1.5:0] e;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: member 's' of a packed structure or union cannot have type 'string'
  struct packed { string s; } f;
  // CHECK-NOT: error:
  logic [3:0][7:0] g [2][1:0];
endmodule
