// $fatal ends the run at once, with status 1.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
module test;
  initial begin
    // CHECK: before
    $display("before");
    // CHECK-NEXT: FATAL: {{.*}}fatal.sv:[[#@LINE+2]]: value 7
    // CHECK-NEXT: Time: 5 Scope: test
    #5 $fatal(1, "value %0d", 7);
    // CHECK-NOT: FAIL
    $display("FAIL");
  end
  initial #6 $display("FAIL");
endmodule
