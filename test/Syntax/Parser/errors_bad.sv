// Several errors in one run, each told once, at its place.
// RUN: %not 2 %circt-sim --parse-only %s 2>&1 | FileCheck %s

module a(input clk)
// CHECK: :[[#@LINE-1]]:20: error: expected ';' after the header of the design element
  wire x
// CHECK: :[[#@LINE-1]]:9: error: expected ';' after net declaration
  assign y = (x + 1;
// CHECK: :[[#@LINE-1]]:20: error: expected ')'
// CHECK: :[[#@LINE-2]]:14: note: to match this '('
  assign z = x + ;
// CHECK: :[[#@LINE-1]]:18: error: expected an expression, found ';'
  always @(posedge clk) begin
    x <= 1
// CHECK: :[[#@LINE-1]]:11: error: expected ';' after assignment
    y <= 2;
// CHECK-NOT: error:
endmodule
// CHECK: :[[#@LINE-1]]:1: error: expected 'end', found 'endmodule'
// CHECK: :[[#@LINE-7]]:25: note: this 'begin' begins here
module b;
  initial begin : one end : two
// CHECK: :[[#@LINE-1]]:29: error: end label 'two' does not match the name 'one'
endmodule : c
// CHECK: :[[#@LINE-1]]:13: error: end label 'c' does not match the name 'b'
package p;
  assign q = 1;
// CHECK: :[[#@LINE-1]]:3: error: a continuous assignment is not allowed in a package
endpackage
// CHECK: 9 errors generated
