// Ports of headers without types: what the two declarations of a port must agree on
// (IEEE 1800-2023 23.2.2.1, 13.3).
// No oracle: it does not compile.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+4]]:10: error: the two declarations of port 'a' have different ranges
// CHECK-NEXT:    output a;
// CHECK-NEXT:           ^
module scalar(a, b, c, d);
  output a;
  reg [7:0] a;
  // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:16: error: the two declarations of port 'b' have different ranges
  output [7:0] b;
  wire b;
  // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:17: error: the two declarations of port 'c' have different ranges
  output [31:0] c;
  integer c;
  output d;
  integer d;
endmodule
module complete(a, b);
  output reg a;
  // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:7: error: redefinition of 'a'
  reg a;
  input wire b;
  // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:8: error: redefinition of 'b'
  wire b;
endmodule
module test;
  task t;
    input [7:0] x;
    // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:15: error: the two declarations of port 'x' have different ranges
    reg [3:0] x;
    input integer z;
    // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:13: error: redefinition of 'z'
    integer z;
  endtask
  task twice;
    output y;
    reg y;
    // CHECK:{{.*}}port-declarations_bad.sv:[[#@LINE+1]]:9: error: redefinition of 'y'
    reg y;
    y = 1;
  endtask
endmodule
