// --error-limit ends the list of errors.
// RUN: %not 2 %circt-sim --error-limit=2 %s 2>&1 | FileCheck %s
module test;
  int n;
  initial begin
    // CHECK: error: 'a' is not declared
    n = a;
    // CHECK: error: 'b' is not declared
    n = b;
    // CHECK: fatal error: too many errors, stopping now
    // CHECK-NOT: 'd' is not declared
    n = c;
    n = d;
  end
endmodule
