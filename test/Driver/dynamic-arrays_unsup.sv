// Queues, dynamic and associative arrays are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: dynamic-arrays_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: queues (IEEE 1800-2023 7.10)
  int q[$];
  // CHECK: dynamic-arrays_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: dynamic arrays (IEEE 1800-2023 7.5)
  int d[];
  // CHECK: dynamic-arrays_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: associative arrays (IEEE 1800-2023 7.8)
  int a[string];
endmodule
