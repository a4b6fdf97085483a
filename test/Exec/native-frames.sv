// Frames of several tiers on one stack: tasks that wait inside tasks, a function
// called between, recursion deeper than the native stack allows at once, `disable`
// of a block from deep inside and from outside.
// No oracle: Icarus Verilog 11 does not survive it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0, steps = 0, total = 0;
  function automatic int depth(int n);
    return n == 0 ? 0 : 1 + depth(n - 1);
  endfunction
  function automatic longint fibonacci(int n);
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  endfunction
  task automatic descend(input int n, output int sum);
    int below;
    #1 steps++;
    if (n == 0) sum = depth(50);
    else begin
      descend(n - 1, below);
      #1 sum = below + n * depth(n);
    end
  endtask
  task leaveFrom(input int n);
    if (n == 0) disable outer;
    #1 leaveFrom(n - 1);
    total = -1000;
  endtask
  int sum;
  initial begin
    descend(9, sum);
    `check(sum, 50 + 285)
    `check(steps, 10)
    `check($time, 19)
    `check(depth(20000), 20000)
    `check(fibonacci(16), 987)
    begin : outer
      total = 5;
      leaveFrom(3);
      total = 7;
    end
    `check(total, 5)
    `check($time, 22)
    begin : loop
      forever begin
        #1 total++;
        if (total == 9) disable loop;
      end
    end
    `check($time, 26)
    fork
      begin : victim
        int own;
        own = 40;
        repeat (100) #1 own++;
        total = own;
      end
      #5 disable victim;
    join
    `check(total, 9)
    `check($time, 31)
    `done
  end
endmodule
