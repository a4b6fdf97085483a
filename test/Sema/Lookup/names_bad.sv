// Names that are not there, not yet there, or there twice (IEEE 1800-2023 6.21, 23.9, 26.3).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
package p;
  localparam A = 1, B = 2;
endpackage
package q;
  localparam A = 3;
endpackage
module leaf;
  int value;
endmodule
module top;
  int counter;
  // CHECK: :[[#@LINE+1]]:7: error: redefinition of 'counter'
  int counter;
  import p::*;
  import q::*;
  // CHECK: :[[#@LINE+1]]:18: error: 'A' is imported from both 'p' and 'q'
  localparam X = A;
  // CHECK: :[[#@LINE+1]]:21: error: there is no 'C' in package 'p'
  localparam Y = p::C;
  // CHECK: :[[#@LINE+1]]:18: error: there is no package 'nowhere'
  localparam Z = nowhere::C;
  leaf u();
  leaf v[1:0]();
  // CHECK: :[[#@LINE+1]]:11: error: 'conter' is not declared; did you mean 'counter'?
  initial conter = 1;
  // CHECK: :[[#@LINE+1]]:11: error: 'later' is used before its declaration
  initial later = 1;
  int later;
  // CHECK: :[[#@LINE+1]]:13: error: there is no 'valve' in design element 'leaf'; did you mean 'value'?
  initial u.valve = 1;
  // CHECK: :[[#@LINE+1]]:13: error: 'v' has no element [2]
  initial v[2].value = 1;
  // CHECK: :[[#@LINE+1]]:13: error: an element of 'v' must be selected by an index
  initial v.value = 1;
endmodule
