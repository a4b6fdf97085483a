// Packages and names in them that do not exist; ambiguous imports.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
package a;
  int x;
endpackage
package b;
  int x;
endpackage
module test;
  import a::*, b::*;
  // CHECK: packages_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no package 'c'
  import c::*;
  // CHECK: packages_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no 'y' in package 'a'
  int y = a::y;
  // CHECK: packages_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'x' is imported from both 'a' and 'b'
  int z = x;
endmodule
