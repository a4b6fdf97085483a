// Parameters, genvars, constants and enumeration members cannot be assigned to.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  parameter int P = 1;
  enum {A, B} e;
  const int c = 2;
  initial begin
    // CHECK: constant-targets_bad.sv:[[#@LINE+1]]:5: error: {{.*}}cannot be assigned to
    P = 2;
    // CHECK: constant-targets_bad.sv:[[#@LINE+1]]:5: error: {{.*}}cannot be assigned to
    A = 2;
    // CHECK: constant-targets_bad.sv:[[#@LINE+1]]:5: error: 'c' is constant and cannot be assigned to
    c = 3;
  end
endmodule
