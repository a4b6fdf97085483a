// $error goes on; the exit status is 1 at the end.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
module test;
  initial begin
    // CHECK: ERROR: {{.*}}error.sv:[[#@LINE+2]]: first
    // CHECK: WARNING: {{.*}}error.sv:[[#@LINE+2]]: second
    $error("first");
    $warning("second");
    // CHECK: INFO: {{.*}}error.sv:[[#@LINE+1]]: third
    $info("third");
    // CHECK: goes on
    #1 $display("goes on");
    $finish;
  end
endmodule
