// wait fork and disable fork concern the children of the calling process
// (IEEE 1800-2023 9.6.1, 9.6.3).
// No oracle: Icarus Verilog 11 forgets the children that a task has started.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int n = 0, outside = 0;
  task children;
    fork
      #3 n = n + 1;
      #7 n = n + 10;
    join_none
  endtask
  initial #100 outside = 1;
  initial begin
    children;
    wait fork;
    `check($time, 64'd7)
    `check(n, 11)
    wait fork;  // no children left
    `check($time, 64'd7)
    children;
    fork
      #1;
      #20 n = 500;
    join_any
    disable fork;
    #50;
    `check(n, 11)
    // A process in between keeps its children to itself.
    fork
      begin
        fork
          #2 n = n + 1;
          #9 n = 1000;
        join_any
        disable fork;
      end
      #5 n = n + 1;
    join
    #20;
    `check(n, 13)
    wait (outside);
    `check($time, 64'd100)
    `done
  end
endmodule
