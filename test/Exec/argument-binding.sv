// Arguments by name, default values, ref and const ref (IEEE 1800-2023 13.5.2,
// 13.5.3, 13.5.4).
// No oracle: Icarus Verilog 11 has neither of them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int scale = 10;
  function automatic int combine(input int a, input int b = 2, input int c = scale);
    return a * 100 + b * 10 + c;
  endfunction
  task automatic increment(ref int v, input int by = 1);
    v += by;
    #5 v += by;
  endtask
  function automatic int sum(const ref int values[4]);
    int s = 0;
    foreach (values[i]) s += values[i];
    return s;
  endfunction
  function automatic void fill(ref logic [7:0] memory[4], input logic [7:0] v);
    foreach (memory[i]) memory[i] = v + i;
  endfunction
  int x, values[4] = '{1, 2, 3, 4};
  logic [7:0] memory[4];
  initial begin
    `check(combine(1, 3, 5), 135)
    `check(combine(1), 130)
    scale = 4;
    `check(combine(1), 124)
    `check(combine(.c(7), .a(2)), 227)
    `check(combine(1, .c(3)), 123)
    `check(combine(1, , 9), 129)
    x = 1;
    fork
      increment(x, 10);
      begin
        #1;
        `check(x, 11)  // a reference is seen at once
        x = 50;
      end
    join
    `check(x, 60)
    increment(x);
    `check(x, 62)
    `check(sum(values), 10)
    fill(memory, 8'hf0);
    `check(memory[3], 8'hf3)
    increment(values[2], 5);
    `check(values[2], 13)
    `done
  end
endmodule
