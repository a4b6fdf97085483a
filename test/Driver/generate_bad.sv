// Generate loops that do not count, conditions that are not constant.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  genvar i;
  int n;
  // CHECK: generate_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not constant
  if (n > 0) begin end
  // CHECK: generate_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not a genvar
  for (n = 0; n < 3; n = n + 1) begin end
  // CHECK: generate_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: genvar 'i' takes the value 0 twice
  for (i = 0; i < 3; i = i) begin end
endmodule
