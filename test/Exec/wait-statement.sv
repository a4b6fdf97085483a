// wait: level-sensitive, at once if true already, woken by anything it reads
// (IEEE 1800-2023 9.4.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] a = 0, b = 0;
  logic [3:0] memory[0:1];
  int log = 0;
  initial begin
    wait (a == 3) log = log * 10 + 1;
    `check($time, 64'd3)
    wait (a) log = log * 10 + 2;  // true already
    `check($time, 64'd3)
    wait (a + b > 8);
    `check($time, 64'd5)
    wait (memory[1] === 4'd7);
    `check($time, 64'd6)
    wait (a == 4'hf) ;
    log = log * 10 + 3;
  end
  initial begin
    #1 a = 1;
    #2 a = 3;
    #2 b = 7;
    #1 memory[1] = 7;
    #1 a = 4'bx;  // unknown is not true
    #1 a = 4'd2;
    #1 a = 4'hf;
    #1;
    `check(log, 123)
    `done
  end
endmodule
