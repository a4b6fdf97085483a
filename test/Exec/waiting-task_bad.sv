// Tasks that wait are not called where nothing may (IEEE 1800-2023 9.2.2.2.2, 9.2.3).
// No oracle: it does not compile.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s --match-full-lines --strict-whitespace
module test;
  task wait_a_little;
    #1;
  endtask
  task outer;
    wait_a_little;
  endtask
  task quick;
  endtask
  final begin
    quick;
    //      CHECK:{{.*}}waiting-task_bad.sv:[[#@LINE+3]]:5: error: task 'outer' may wait and cannot be called in a procedure of kind final
    // CHECK-NEXT:      outer;
    // CHECK-NEXT:      ^
    outer;
  end
  initial #1 $display("never");
endmodule
