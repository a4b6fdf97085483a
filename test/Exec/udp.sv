// User-defined primitives: combinational, level- and edge-sensitive sequential,
// initial value (IEEE 1800-2023 29).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
primitive majority(output out, input a, input b, input c);
  table
    0 0 ? : 0;
    0 ? 0 : 0;
    ? 0 0 : 0;
    1 1 ? : 1;
    1 ? 1 : 1;
    ? 1 1 : 1;
  endtable
endprimitive
primitive latch(q, enable, d);
  output q;
  input enable, d;
  reg q;
  initial q = 1'b1;
  table
    1 0 : ? : 0;
    1 1 : ? : 1;
    0 ? : ? : -;
  endtable
endprimitive
primitive flop(output reg q, input clk, input d);
  table
    r 0 : ? : 0;
    r 1 : ? : 1;
    (0x) 0 : 0 : 0;
    (0x) 1 : 1 : 1;
    n ? : ? : -;
    (?0) ? : ? : -;
    (1x) ? : ? : -;
    ? * : ? : -;
  endtable
endprimitive
module test;
  int errors = 0;
  logic a, b, c, enable = 0, d = 0, clk = 0;
  wire m, l, f;
  majority (m, a, b, c);
  latch u(l, enable, d);
  flop v(f, clk, d);
  initial begin
    {a, b, c} = 3'b011;
    #1;
    `check(m, 1'b1)
    `check(l, 1'b1)
    `check(f, 1'bx)
    {a, b, c} = 3'b0x0;
    #1;
    `check(m, 1'b0)
    {a, b, c} = 3'b1x0;
    #1;
    `check(m, 1'bx)
    enable = 1;
    #1;
    `check(l, 1'b0)
    d = 1;
    #1;
    `check(l, 1'b1)
    enable = 0;
    #1 d = 0;
    #1;
    `check(l, 1'b1)
    clk = 1;
    #1;
    `check(f, 1'b0)
    d = 1;
    #1;
    `check(f, 1'b0)
    clk = 0;
    #1 clk = 1;
    #1;
    `check(f, 1'b1)
    clk = 1'bx;
    #1;
    `check(f, 1'b1)
    `done
  end
endmodule
