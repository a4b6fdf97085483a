// Delay control, intra-assignment delays and events, delayed nonblocking
// assignments (IEEE 1800-2023 9.4.1, 9.4.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a, b, n;
  logic clk = 0;
  int d;
  always #5 clk = ~clk;
  initial begin
    a = 1;
    #3;
    `check($time, 64'd3)
    a = #4 a + 1;  // reads now, writes in 4
    `check($time, 64'd7)
    `check(a, 4'd2)
    b = a;
    fork
      b = #2 b + 1;
      #1 b = 9;
    join
    `check(b, 4'd3)
    n = 0;
    n <= #3 5;
    n <= #1 6;
    `check(n, 4'd0)
    #2;
    `check(n, 4'd6)
    #2;
    `check(n, 4'd5)
    // Both wait in the queue; neither cancels the other.
    d = 2;
    n <= #d 1;
    n <= #(d * 2) 2;
    #3;
    `check(n, 4'd1)
    #2;
    `check(n, 4'd2)
    #1;
    a = 3;
    `check($time, 64'd19)
    a = @(posedge clk) a + 1;
    `check($time, 64'd25)
    `check(a, 4'd4)
    a = repeat (2) @(negedge clk) a + 1;
    `check($time, 64'd40)
    a <= @(posedge clk) 9;
    `check(a, 4'd5)
    #6;
    `check(a, 4'd9)
    a <= repeat (2) @(posedge clk) 1;
    #20;
    `check(a, 4'd1)
    `check($time, 64'd66)
    `done
    $finish;
  end
endmodule
