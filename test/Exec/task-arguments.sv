// Tasks: input, output and inout arguments are copied on call and return; static
// variables are shared by concurrent calls (IEEE 1800-2023 13.3, 13.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  task swap(inout int a, inout int b);
    int t;
    t = a; a = b; b = t;
  endtask
  task split(input [7:0] v, output [3:0] hi, output [3:0] lo);
    {hi, lo} = v;
  endtask
  int shared;
  task copyOut(input int v, output int o);
    o = v;
    #5;
    // The argument is written to the caller only on return.
    `check(shared, 1)
    o = v + 1;
  endtask
  task sleepStatic(input int v, output int o);
    #10 o = v;
  endtask
  task automatic sleepAutomatic(input int v, output int o);
    #10 o = v;
  endtask
  task old;
    input [3:0] a;
    output [3:0] b;
    reg [3:0] t;
    begin
      t = ~a;
      b = t;
    end
  endtask
  int x = 1, y = 2, p, q;
  logic [3:0] h, l;
  logic [11:0] word = 0;
  initial begin
    swap(x, y);
    `check(x, 2)
    `check(y, 1)
    split(8'ha5, h, l);
    `check({h, l}, 8'ha5)
    split(8'h3c, word[11:8], word[3:0]);  // outputs may be selects
    `check(word, 12'h30c)
    shared = 1;
    copyOut(5, shared);
    `check(shared, 6)
    old(4'b0011, h);
    `check(h, 4'b1100)
    // The second call overwrites the static argument of the first.
    fork
      sleepStatic(1, p);
      #5 sleepStatic(2, q);
    join
    `check(p, 2)
    `check(q, 2)
    fork
      sleepAutomatic(1, p);
      #5 sleepAutomatic(2, q);
    join
    `check(p, 1)
    `check(q, 2)
    `done
  end
endmodule
