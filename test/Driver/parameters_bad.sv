// Parameters that do not exist, are local, or are too many.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module unit #(parameter int A = 1) ();
  localparam int B = 2;
endmodule
module test;
  // CHECK: parameters_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no parameter 'C' in 'unit' that an instance could set
  unit #(.C(1)) u0();
  // CHECK: parameters_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no parameter 'B' in 'unit' that an instance could set
  unit #(.B(1)) u1();
  // CHECK: parameters_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'unit' has 1 parameter, but 2 are given
  unit #(1, 2) u2();
endmodule
