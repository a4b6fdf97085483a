// Each child of a fork in a loop gets its own copy of a variable declared in the
// fork; it outlives the block (IEEE 1800-2023 9.3.2, 6.21).
// No oracle: Icarus Verilog 11 cannot override a lifetime.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int order[8], count = 0, late = 0;
  task automatic start(input int base);
    int own = base;
    for (int i = 0; i < 3; i++) begin
      fork
        automatic int k = i;
        begin
          #(3 - k) order[count] = own + k;
          count++;
        end
      join_none
    end
    fork
      begin
        #10 late += own;  // the task has returned long ago
      end
    join_none
  endtask
  initial begin
    start(10);
    start(20);
    #5;
    `check(count, 6)
    `check(order[0], 12)
    `check(order[1], 22)
    `check(order[2], 11)
    `check(order[5], 20)
    // Without a copy all children see the variable's last value.
    count = 0;
    for (int i = 0; i < 3; i++)
      fork
        count += i;
      join_none
    #1;
    `check(count, 9)
    #10;
    `check(late, 30)
    `done
  end
endmodule
