// Types of variable size and handles.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  // CHECK: error: unsupported: dynamic arrays (IEEE 1800-2023 7.5)
  int a [];
  // CHECK: error: unsupported: queues (IEEE 1800-2023 7.10)
  int b [$];
  // CHECK: error: unsupported: associative arrays (IEEE 1800-2023 7.8)
  int c [string];
  // CHECK: error: unsupported: tagged unions (IEEE 1800-2023 7.3.2)
  union tagged { int i; real r; } d;
endmodule
