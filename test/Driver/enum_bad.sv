// Enumerations with equal values and values that do not fit.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  // CHECK: enum_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'B' has the same value as 'A': {{.*}}1
  enum {A = 1, B = 1} e;
  // CHECK: enum_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: the value of 'F' does not fit in the base type
  enum bit [0:0] {D, G, F} f;
endmodule
