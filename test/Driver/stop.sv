// $stop ends a batch run with status 1.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
module test;
  initial begin
    // CHECK: before
    #3 $display("before");
    $stop;
    // CHECK-NOT: FAIL
    $display("FAIL");
  end
endmodule
