// PLA tasks (IEEE 1800-2023 20.16).
// RUN: %run-tiers -I %S/../Exec/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg [1:7] mem [1:3];
  reg [1:7] a;
  reg b1, b2, b3;
  reg [2:0] plane [0:1];
  reg [2:0] in;
  reg [1:0] o, p;
  initial begin
    mem[1] = 7'b1100000;
    mem[2] = 7'b0010001;
    mem[3] = 7'b0000000;
    a = 7'b1110000;
    $async$and$array(mem, a, {b1, b2, b3});
    `check({b1, b2, b3}, 3'b101)
    #1 a = 7'b0010001;
    #1 `check({b1, b2, b3}, 3'b011)
    mem[1] = 7'b0000001;
    #1 `check({b1, b2, b3}, 3'b111)
    a = 7'b001000x;
    #1 `check({b1, b2, b3}, 3'bxx1)
    plane[0] = 3'b01?;
    plane[1] = 3'bz1z;
    in = 3'b010;
    $sync$or$plane(plane, in, o);
    $sync$nand$plane(plane, in, p);
    `check(o, 2'b11)
    `check(p, 2'b00)
    in = 3'b101;
    `check(o, 2'b11)
    $sync$or$plane(plane, in, o);
    `check(o, 2'b00)
    `done
  end
endmodule
