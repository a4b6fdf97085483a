// Selects against the declared ranges (IEEE 1800-2023 11.5.1, 7.4.5).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  logic [7:0] down;
  logic [0:7] up;
  logic bit1;
  int i, mem [2:5];
  initial begin
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the range [0:3] runs against the declared range [7:0]
    i = down[0:3];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: the range [3:0] runs against the declared range [0:7]
    i = up[3:0];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'i' is not constant
    i = down[i:0];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: index 8 is outside of the declared range [7:0]
    i = down[8];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: the range [9:6] is not within the declared range [7:0]
    i = down[9:6];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: index 0 is outside of the declared range [2:5]
    i = mem[0];
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: an operand of type 'logic' is a single bit: it cannot be selected from
    i = bit1[0];
    // CHECK-NOT: error:
    i = down[i +: 3] + up[i -: 3] + down[3:0] + up[2:5] + mem[2] + mem[i];
  end
endmodule
