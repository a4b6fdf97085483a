// User-defined primitives without a state: wildcards, x and z inputs, missing rows,
// delays, strengths, arrays, instances without a name (IEEE 1800-2023 29.3-29.5, 29.8).
// No oracle: Icarus Verilog 11 has neither strengths nor arrays of them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
primitive multiplexer(q, a, b, s);
  output q;
  input a, b, s;
  table
    // a b s : q
    0 ? 0 : 0;
    1 ? 0 : 1;
    ? 0 1 : 0;
    ? 1 1 : 1;
    0 0 x : 0;
    1 1 x : 1;
  endtable
endprimitive
primitive same(output q, input a, b);
  table
    0 0 : 1;
    1 1 : 1;
    b x : x;
    0 1 : 0;
    1 0 : 0;
  endtable
endprimitive
module test;
  int errors = 0;
  reg a, b, s;
  wire q, late, pulled, equal;
  wire [1:0] both;
  multiplexer (q, a, b, s);
  multiplexer #(3, 5) m1(late, a, b, s);
  multiplexer (pull0, pull1) m2(pulled, a, b, s);
  multiplexer m3[1:0](both, {a, b}, {b, a}, s);
  same (equal, a, b);
  reg [8*3:1] text;
  initial begin
    #10;
    `check(q, 1'bx)
    a = 0;
    b = 1'bz;
    s = 0;
    #1;
    `check(q, 1'b0)
    `check(equal, 1'bx)
    s = 1;
    #1;
    `check(q, 1'bx)  // b at z is x
    b = 1;
    #2;
    `check(q, 1'b1)
    `check(both, 2'b10)
    `check(equal, 1'b0)
    $sformat(text, "%v", pulled);
    `check(text, "Pu1")
    `check(late, 1'bx)
    #1;
    `check(late, 1'b1)
    s = 0;
    #1;
    `check(q, 1'b0)
    #3;
    `check(late, 1'b1)
    #1;
    `check(late, 1'b0)
    s = 1'bx;
    #1;
    `check(q, 1'bx)
    a = 1;
    #1;
    `check(q, 1'b1)
    `check(equal, 1'b1)
    `done
  end
endmodule
