// A configuration does nothing unless it is the top (IEEE 1800-2023 33.4).
// RUN: %circt-sim --lint-only %s
// RUN: %not 2 %circt-sim --lint-only --top chosen %s 2>&1 | FileCheck %s
module leaf;
endmodule
// CHECK: :[[#@LINE+1]]:1: error: unsupported: configurations (IEEE 1800-2023 33.4)
config chosen;
  design leaf;
  default liblist work;
endconfig
