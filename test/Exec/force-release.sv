// force and release of variables, nets, selects of nets (IEEE 1800-2023 10.6.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [3:0] v;
  logic [3:0] source = 4'd2;
  wire [3:0] w = source;
  wire [3:0] copy;
  assign copy = w;
  initial begin
    v = 4'd5;
    force v = 4'd9;
    `check(v, 4'd9)
    v = 4'd3;  // no effect
    `check(v, 4'd9)
    release v;
    `check(v, 4'd9)  // a variable keeps its value
    v = 4'd3;
    `check(v, 4'd3)
    force w = 4'd12;
    #1;
    `check(w, 4'd12)
    `check(copy, 4'd12)
    source = 4'd6;
    #1;
    `check(w, 4'd12)
    release w;
    #1;
    `check(w, 4'd6)  // a net returns to its drivers
    `check(copy, 4'd6)
    force w[1:0] = 2'b01;
    #1;
    `check(w, 4'b0101)
    source = 4'b1010;
    #1;
    `check(w, 4'b1001)
    release w[1:0];
    #1;
    `check(w, 4'b1010)
    force v = 4'd1;
    force v = 4'd2;  // replaces
    `check(v, 4'd2)
    release v;
    `done
  end
endmodule
