// Imports and exports: a name imported by its use and declared later, names seen through
// an import from outside, exports of what was not imported (IEEE 1800-2023 26.3, 26.6).
// No oracle: it does not compile.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s --match-full-lines --strict-whitespace
package p;
  parameter int width = 4;
  int x;
endpackage
package q;
  import p::x;
  //      CHECK:{{.*}}imports_bad.sv:[[#@LINE+3]]:13: error: 'width' was not imported from package 'p' before it is exported
  // CHECK-NEXT:    export p::width;
  // CHECK-NEXT:              ^
  export p::width;
  export p::x;
endpackage
module user;
  import p::x;
  int y = x;
endmodule
module test;
  import p::*;
  logic [width-1:0] v;
  // CHECK:{{.*}}imports_bad.sv:[[#@LINE+1]]:17: error: 'width' is declared here, but was imported by its use before
  parameter int width = 8;
  user u();
  // CHECK:{{.*}}imports_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no 'x' in {{.*}}
  initial u.x = 1;
endmodule
