// Two definitions of one name (IEEE 1800-2023 3.13).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module leaf;
endmodule
// CHECK: :[[#@LINE+1]]:8: error: a second definition of 'leaf'
module leaf;
endmodule
// CHECK: :3:8: note: 'leaf' was declared here before
package p;
endpackage
// CHECK: :[[#@LINE+1]]:9: error: a second definition of 'p'
package p;
endpackage
