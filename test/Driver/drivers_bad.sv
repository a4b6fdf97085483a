// Variables with two drivers.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s --check-prefix=CHECK
module test;
  logic a, b, c;
  assign a = 0;
  // CHECK: drivers_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: variable 'a' has more than one continuous driver
  assign a = 1;
  assign b = 0;
  // CHECK: drivers_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: variable 'b' is driven continuously and written by a procedure
  initial b = 1;
  always_comb c = a;
  // CHECK: drivers_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: variable 'c' is written by {{.*}} and by another procedure
  always_comb c = b;
endmodule
