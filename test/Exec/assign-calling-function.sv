// A continuous assignment follows the arguments of the function it calls, not what
// the function reads and writes itself (IEEE 1800-2023 10.3.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer calls = 0;
  reg [3:0] a = 1, hidden = 2;
  function [3:0] count(input [3:0] v);
    begin
      calls = calls + 1;
      count = v + hidden;
    end
  endfunction
  function integer blocks(input integer n);
    begin : body
      integer i;
      blocks = 0;
      for (i = 0; i < n; i = i + 1) blocks = blocks + i;
    end
  endfunction
  wire [3:0] w = count(a);
  wire [31:0] s = blocks(a);
  initial begin
    #1;
    `check(w, 4'd3)
    calls = 0;
    #1;
    `check(calls, 0)
    a = 5;
    #1;
    `check(w, 4'd7)
    `check(s, 10)
    `check(calls, 1)
    `done
  end
endmodule
