// A design ends when no events are left, or in the middle of a time step with
// $finish (IEEE 1800-2023 20.2).
// RUN: %run-tiers %s | FileCheck %s
// RUN: %run-tiers %s +finish | FileCheck %s --check-prefix=FINISH
module test;
  // CHECK: tick 3
  // CHECK-NEXT: tick 6
  // CHECK-NOT: tick
  // FINISH: tick 3
  // FINISH-NOT: tick
  initial begin
    repeat (2) #3 begin
      $display("tick %0d", $time);
      if ($test$plusargs("finish")) $finish(0);
    end
  end
endmodule
