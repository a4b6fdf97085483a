// User-defined primitives are not supported yet: an error with the clause.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
primitive invert(output y, input a);
  table
    0 : 1;
    1 : 0;
  endtable
endprimitive
module test;
  wire y;
  // CHECK: udp_unsup.sv:[[#@LINE+1]]:{{[0-9]+}}: error: unsupported: {{.*}}user-defined primitives (IEEE 1800-2023 29
  invert u(y, 1'b0);
endmodule
