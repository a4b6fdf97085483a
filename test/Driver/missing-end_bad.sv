// A module without its end, reported with the place where it begins.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: missing-end_bad.sv:[[#@LINE+5]]:{{[0-9]+}}: error: expected 'endmodule'
// CHECK: missing-end_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: note: {{.*}}begins here
module test;
  initial $display("never");

