// A macro with too few and with unterminated arguments.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
`define add(a, b) ((a) + (b))
module test;
  // CHECK: macro-arguments_bad.sv:[[#@LINE+2]]:11: error: no value for argument 'b' of macro 'add', which has no default
  // CHECK: macro-arguments_bad.sv:[[#@LINE-3]]:9: note: macro 'add' is defined here
  int a = `add(1);
  // CHECK: macro-arguments_bad.sv:[[#@LINE+1]]:11: error: macro 'add' has formal arguments: expected '(' after its name
  int b = `add;
  // CHECK: macro-arguments_bad.sv:[[#@LINE+1]]:11: error: unterminated argument list of macro 'add'
  int c = `add(1, 2;
endmodule
