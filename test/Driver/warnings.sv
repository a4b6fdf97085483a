// Warnings: off with -w and -Wno-..., errors with -Werror; unknown groups are told.
// RUN: %not 0 %circt-sim %s 2>&1 | FileCheck %s --check-prefix=ON
// RUN: %not 0 %circt-sim -w %s 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %not 0 %circt-sim -Wno-out-of-range %s 2>&1 | FileCheck %s --implicit-check-not=warning:
// RUN: %not 2 %circt-sim -Werror %s 2>&1 | FileCheck %s --check-prefix=ERROR
// RUN: %not 0 %circt-sim -Wno-such-group %s 2>&1 | FileCheck %s --check-prefix=GROUP
// ERROR: warnings.sv:[[#@LINE+7]]:{{[0-9]+}}: error: index 9 is outside of the declared range [7:0] [-Werror=out-of-range]
// GROUP: warning: unknown warning option '-Wno-such-group'
// ON: warnings.sv:[[#@LINE+5]]:{{[0-9]+}}: warning: index 9 is outside of the declared range [7:0] [-Wout-of-range]
// ON: x
// CHECK: x
module test;
  logic [7:0] v = 0;
  initial $display("%b", v[9]);
endmodule
