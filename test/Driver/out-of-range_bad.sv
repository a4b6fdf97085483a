// A constant index out of range is a warning; -Werror makes it an error.
// RUN: %not 2 %circt-sim -Werror=out-of-range %s 2>&1 | FileCheck %s
module test;
  logic [7:0] v;
  // CHECK: out-of-range_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: index 8 is outside of the declared range [7:0] [-Werror=out-of-range]
  initial v[8] = 1;
endmodule
