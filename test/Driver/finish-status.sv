// The exit status of runs that end well: $finish, no events left, a time limit.
// RUN: %not 0 %circt-sim %s
// RUN: %not 0 %circt-sim %s +finish | FileCheck %s --check-prefix=FINISH
// RUN: %not 0 %circt-sim --max-time 5ns %s | FileCheck %s --check-prefix=LIMIT
`timescale 1ns / 1ns
module test;
  initial begin
    // FINISH: four
    // LIMIT: four
    #4 $display("four");
    if ($test$plusargs("finish")) $finish(0);
    // FINISH-NOT: eight
    // LIMIT-NOT: eight
    #4 $display("eight");
  end
endmodule
