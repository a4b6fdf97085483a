// Functions: the name as result, default lifetime static, inputs of other widths,
// nested calls, void functions (IEEE 1800-2023 13.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function [7:0] twice(input [7:0] v);
    twice = v << 1;
  endfunction
  function int accumulate(input int v);
    int sum;  // static: keeps its value
    sum = sum + v;
    accumulate = sum;
  endfunction
  function integer noResult(input integer v);
    if (v) noResult = 7;
  endfunction
  function signed [3:0] clip(input signed [7:0] v);
    if (v > 7) clip = 7;
    else if (v < -8) clip = -8;
    else clip = v;
  endfunction
  int log = 0;
  function void note(input int v);
    log = log * 10 + v;
  endfunction
  function int maximum(input int a, input int b);
    return a > b ? a : b;
  endfunction
  logic [15:0] w;
  initial begin
    `check(twice(8'h81), 8'h02)
    w = twice(16'h01ff);  // the argument is truncated
    `check(w, 16'h00fe)
    w = clip(-100);
    `check(w, 16'hfff8)
    `check(clip(100), 4'sd7)
    `check(clip(-3), -4'sd3)
    w = accumulate(3);
    w = accumulate(4);
    `check(accumulate(10), 17)
    `check(noResult(0), 32'bx)
    `check(noResult(1), 7)
    note(1); note(2); note(3);
    `check(log, 123)
    `check(maximum(maximum(3, 9), maximum(7, 5)), 9)
    `check(twice(twice(twice(1))), 8'd8)
    `done
  end
endmodule
