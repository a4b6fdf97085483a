// Automatic functions and tasks call themselves and each other
// (IEEE 1800-2023 13.4.2).
// No oracle: Icarus Verilog 11 stops with an assertion.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic int factorial(input int n);
    if (n <= 1) return 1;
    return n * factorial(n - 1);
  endfunction
  function automatic int fibonacci(input int n);
    int a, b;
    if (n < 2) return n;
    a = fibonacci(n - 1);
    b = fibonacci(n - 2);
    return a + b;
  endfunction
  function automatic int ackermann(input int m, input int n);
    if (m == 0) return n + 1;
    if (n == 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
  endfunction
  function automatic bit isEven(input int n);
    return n == 0 ? 1'b1 : isOdd(n - 1);
  endfunction
  function automatic bit isOdd(input int n);
    return n == 0 ? 1'b0 : isEven(n - 1);
  endfunction
  string moves = "";
  task automatic hanoi(input int n, input byte from, input byte to, input byte via);
    if (n > 0) begin
      hanoi(n - 1, from, via, to);
      moves = {moves, string'(from), string'(to)};
      hanoi(n - 1, via, to, from);
    end
  endtask
  task automatic countDown(input int n, output int steps);
    int rest;
    #1;
    rest = 0;
    if (n > 0) countDown(n - 1, rest);
    steps = rest + 1;
  endtask
  int steps;
  initial begin
    `check(factorial(10), 3628800)
    `check(fibonacci(15), 610)
    `check(ackermann(2, 3), 9)
    `check(isEven(100), 1'b1)
    `check(isOdd(7), 1'b1)
    hanoi(3, "A", "C", "B");
    `checkString(moves, "ACABCBACBABCAC")
    countDown(9, steps);
    `check(steps, 10)
    `check($time, 64'd10)
    `done
  end
endmodule
