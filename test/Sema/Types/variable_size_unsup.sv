// Types of variable size and handles.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  // CHECK: error: unsupported: tagged unions (IEEE 1800-2023 7.3.2)
  union tagged { int i; real r; } d;
endmodule
