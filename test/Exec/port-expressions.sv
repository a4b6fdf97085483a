// Ports of a non-ANSI header that are expressions or renamed
// (IEEE 1800-2023 23.2.2.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module unit(a, {hi, lo}, .third(c[3:0]), c);
  input [3:0] a;
  output [1:0] hi, lo;
  output [7:0] c;
  assign {hi, lo} = a;
  assign c = {a, ~a};
endmodule
module test;
  int errors = 0;
  logic [3:0] n = 4'h7;
  wire [3:0] pair, low;
  wire [7:0] all;
  unit u(n, pair, low, all);
  initial begin
    #1;
    `check(pair, 4'h7)
    `check(low, 4'h8)
    `check(all, 8'h78)
    `done
  end
endmodule
