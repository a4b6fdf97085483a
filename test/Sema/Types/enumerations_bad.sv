// Enumerations (IEEE 1800-2023 6.19).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'B' has the same value as 'A'
  enum {A = 1, B = 1} e1;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the value of 'D' does not fit in the base type 'bit[1:0]'
  enum bit [1:0] {C = 3, D} e2;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the value 32'sh4 does not fit in the base type 'bit[1:0]'
  enum bit [1:0] {E = 4} e3;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'H' needs a value: the member before it has unknown bits
  enum integer {G = 'x, H} e4;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: unknown bits need a four-state base type, not 'bit'
  enum bit {I = 1'bx} e5;
  typedef enum {RED, GREEN} color_t;
  color_t c;
  initial begin
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a value of type 'int' needs a cast to be assigned to enumeration 'color_t'
    c = 1;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a value of type '{{.*}}' needs a cast to be assigned to enumeration 'color_t'
    c = c + 1;
    // CHECK-NOT: error:
    c = RED;
    c = color_t'(1);
    c = c.next();
  end
endmodule
