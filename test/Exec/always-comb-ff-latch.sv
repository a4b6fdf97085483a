// always_comb, always_ff and always_latch: execution at time zero, sensitivity to
// what functions read (IEEE 1800-2023 9.2.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0, rst, enable = 0;
  logic [3:0] a = 4'd3, b = 4'd4, sum, q, held, offset = 0, viaFunction;
  int runs = 0;
  function automatic logic [3:0] add(input logic [3:0] v);
    return v + offset;  // offset is not an argument
  endfunction
  always_comb sum = a + b;
  always_comb viaFunction = add(a);
  always_comb begin
    logic [3:0] t;
    t = a ^ b;
    if (t[0]) runs = 1;
    else runs = 2;
  end
  always_latch if (enable) held <= a;
  always_ff @(posedge clk or posedge rst)
    if (rst) q <= '0;
    else q <= q + 1;
  logic constant;
  always_comb constant = 1'b1;  // runs once although it reads nothing
  initial begin
    #1;
    `check(sum, 4'd7)
    `check(constant, 1'b1)
    `check(viaFunction, 4'd3)
    `check(runs, 1)
    `check(held, 4'bx)
    a = 4'd5;
    #1;
    `check(sum, 4'd9)
    `check(viaFunction, 4'd5)
    offset = 4'd2;
    #1;
    `check(viaFunction, 4'd7)
    enable = 1;
    #1;
    `check(held, 4'd5)
    a = 4'd6;
    #1;
    `check(held, 4'd6)
    enable = 0;
    #1 a = 4'd7;
    #1;
    `check(held, 4'd6)
    rst = 1;
    #1;
    `check(q, 4'd0)
    clk = 1;
    #1;
    `check(q, 4'd0)
    rst = 0;
    clk = 0;
    repeat (3) begin #1 clk = 1; #1 clk = 0; end
    `check(q, 4'd3)
    rst = 1;
    #1;
    `check(q, 4'd0)
    `done
  end
endmodule
