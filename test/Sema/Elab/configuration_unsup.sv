// A configuration does nothing unless it is the top. What it says of a design cell cannot make
// it another cell (IEEE 1800-2023 33.4.1.3).
// RUN: %circt-sim --lint-only %s
// RUN: %not 2 %circt-sim --lint-only --top chosen %s 2>&1 | FileCheck %s --implicit-check-not=error:
module leaf;
endmodule
module top;
  leaf a();
endmodule
config chosen;
  design top;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: rules that replace a design cell (IEEE 1800-2023 33.4.1.3)
  instance top use leaf;
endconfig
