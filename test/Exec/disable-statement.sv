// disable: of a named block from inside and outside, of a task, of a fork
// (IEEE 1800-2023 9.6.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int n = 0, ticks = 0, i;
  task worker(input int limit);
    begin : body
      repeat (limit) #1 n = n + 1;
    end
    n = n + 100;
  endtask
  initial begin : ticker
    forever #1 ticks = ticks + 1;
  end
  initial begin
    begin : search
      for (i = 0; i < 10; i = i + 1) begin : each
        if (i == 3) disable each;    // continue
        if (i == 6) disable search;  // break
        n = n + i;
      end
    end
    `check(i, 6)
    `check(n, 12)
    n = 0;
    #3;
    fork
      worker(10);
      #4 disable worker.body;  // goes on behind the block
    join
    `check(n >= 103 && n <= 104, 1'b1)
    n = 0;
    fork
      worker(10);
      #4 disable worker;       // returns at once
    join
    `check(n >= 3 && n <= 4, 1'b1)
    #10;
    `check(n <= 4, 1'b1)
    fork : race
      #2 n = 50;
      #5 n = 60;
      #3 disable race;
    join
    `check($time, 64'd24)
    #10;
    `check(n, 50)
    disable ticker;
    ticks = 0;
    #10;
    `check(ticks, 0)
    `done
  end
endmodule
