// fork with join, join_any and join_none; children see and change the variables
// around them (IEEE 1800-2023 9.3.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int log = 0, n = 0;
  initial begin
    fork
      #3 log = log * 10 + 3;
      #1 log = log * 10 + 1;
      begin
        #1;
        #1 log = log * 10 + 2;
      end
    join
    `check(log, 123)
    `check($time, 64'd3)
    fork
      #5 n = n + 1;
      #2 n = n + 10;
    join_any
    `check($time, 64'd5)
    `check(n, 10)
    #10;
    `check(n, 11)
    fork
      #1 n = n + 100;
      n = n + 1000;
    join_none
    `check(n, 11)  // children start when the parent blocks
    #0;
    `check(n, 1011)
    #2;
    `check(n, 1111)
    fork
    join
    fork
    join_any
    `check($time, 64'd17)
    fork
      begin
        fork
          #4 n = 1;
          #6 n = 2;
        join
      end
      #5;
    join
    `check($time, 64'd23)
    `done
  end
endmodule
