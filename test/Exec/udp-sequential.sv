// User-defined primitives with a state: edges and levels, levels that dominate,
// initial states, inputs that change together in the order of their changes
// (IEEE 1800-2023 29.6, 29.7).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
primitive flipflop(q, clock, d, reset);
  output q;
  reg q;
  input clock, d, reset;
  initial q = 1'b1;
  table
    // clock d reset : q : q+
    (01) 0 0 : ? : 0;
    (01) 1 0 : ? : 1;
    (0x) 1 0 : 1 : 1;
    (0x) 0 0 : 0 : 0;
    (?0) ? 0 : ? : -;
    ? * 0 : ? : -;
    ? ? 1 : ? : 0;
    ? ? n : ? : -;
  endtable
endprimitive
primitive latch(q, enable, d);
  output q;
  reg q;
  input enable, d;
  table
    1 0 : ? : 0;
    1 1 : ? : 1;
    0 ? : ? : -;
  endtable
endprimitive
primitive toggle(q, clock);
  output q;
  reg q;
  input clock;
  initial q = 0;
  table
    r : 0 : 1;
    r : 1 : 0;
    f : ? : -;
    (?x) : ? : -;
    (x?) : ? : -;
  endtable
endprimitive
module wrapper(output q, input clock, d, reset);
  flipflop #(2) f(q, clock, d, reset);
endmodule
module test;
  int errors = 0;
  reg clock = 0, d = 0, reset = 0;
  wire q, l, t;
  wire [3:0] shift;
  wrapper c(q, clock, d, reset);
  latch (l, clock, d);
  toggle (t, clock);
  flipflop s0(shift[0], clock, d, reset);
  flipflop s1(shift[1], clock, shift[0], reset);
  flipflop s2(shift[2], clock, shift[1], reset);
  flipflop s3(shift[3], clock, shift[2], reset);
  initial begin
    #1;
    `check(shift, 4'bxxxx)  // no row for the first edge, from x, while reset is x
    `check(l, 1'bx)
    `check(t, 1'b0)
    reset = 1;
    #1;
    `check(shift, 4'b0000)
    `check(q, 1'bx)
    #1;
    `check(q, 1'b0)
    clock = 1;  // the level of reset dominates
    #1;
    `check(shift, 4'b0000)
    `check(l, 1'b0)
    `check(t, 1'b1)
    reset = 0;
    clock = 0;
    d = 1;
    #5;
    `check(l, 1'b0)
    clock = 1;
    #5;
    `check(shift, 4'b0001)
    `check(q, 1'b1)
    `check(l, 1'b1)
    `check(t, 1'b0)
    d = 0;
    clock = 0;
    #5;
    d = 1;
    clock = 1;  // behind the change of d
    #5;
    `check(shift, 4'b0011)
    clock = 1'bx;
    #5;
    `check(shift, 4'bxxxx)
    `check(l, 1'bx)
    clock = 0;
    d = 0;
    #5 clock = 1'bx;
    #5;
    `check(shift[0], 1'bx)
    `done
  end
endmodule
