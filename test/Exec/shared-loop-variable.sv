// Combinational processes that share a loop variable, as old designs do: assigning
// it in one must not keep the others running.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg [3:0] a, b, c, d, mask, first;
  integer i;
  always @* for (i = 0; i < 4; i = i + 1) b[i] = a[3 - i];
  always @* for (i = 0; i < 4; i = i + 1) d[i] = c[i] ^ a[i];
  always @* begin
    first = 4'd8;
    for (i = 3; i >= 0; i = i - 1) if (mask[i]) first = i;
  end
  initial begin
    #1 a = 4'b0001;
    #1 c = 4'b0110;
    mask = 4'b0100;
    #1;
    `check(b, 4'b1000)
    `check(d, 4'b0111)
    `check(first, 4'd2)
    mask = 0;
    #1;
    `check(first, 4'd8)
    `done
  end
endmodule
