// Generate constructs (IEEE 1800-2023 27).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  if (1) begin : d end
  // CHECK: :[[#@LINE+1]]:8: error: redefinition of 'd'
  wire d;
  genvar i;
  integer n;
  logic v;
  // CHECK: :[[#@LINE+1]]:3: error: genvar 'i' takes the value 0 twice
  for (i = 0; i < 4; i = i * 2) begin : a end
  // CHECK: :[[#@LINE+1]]:8: error: 'n' is not a genvar
  for (n = 0; n < 4; n = n + 1) begin : b end
  // CHECK: :[[#@LINE+1]]:7: error: 'v' is not constant
  if (v) begin : c end
  // CHECK: :[[#@LINE+1]]:14: error: $error: width 3 is odd
  if (3 % 2) $error("width %0d is %s", 3, "odd");
endmodule
