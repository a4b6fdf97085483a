// Names that are not declared, in expressions, targets and calls.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  int count;
  initial begin
    // CHECK: unknown-name_bad.sv:[[#@LINE+1]]:13: error: 'cuont' is not declared
    count = cuont + 1;
    // CHECK: unknown-name_bad.sv:[[#@LINE+1]]:5: error: 'total' is not declared
    total = 1;
    // CHECK: unknown-name_bad.sv:[[#@LINE+1]]:5: error: 'start' is not declared
    start(1);
    // CHECK: unknown-name_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: there is no 'b' in
    count = test.b;
  end
endmodule
