// A file that includes itself: the limit ends it.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
// CHECK: include-itself.svh:2:1: error: '`include' is nested deeper than 64 levels
`include "Inputs/include-itself.svh"
module test;
endmodule
