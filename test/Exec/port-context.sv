// A connection is a continuous assignment: its operands are extended to the width of
// the port (IEEE 1800-2023 23.3.3, 11.6.1).
// No oracle: Icarus Verilog 11 takes connections as self-determined.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module unit(input [7:0] a, output [7:0] y);
  assign y = a;
endmodule
module test;
  int errors = 0;
  logic [3:0] p = 4'hf, q = 4'h1;
  logic signed [3:0] s = -4'sd3;
  wire [7:0] sum, inverse, negative, cut;
  unit u0(p + q, sum);
  unit u1(~q, inverse);
  unit u2(s, negative);
  unit u3({p + q}, cut);
  initial begin
    #1;
    `check(sum, 8'h10)
    `check(inverse, 8'hfe)
    `check(negative, 8'hfd)
    `check(cut, 8'h00)
    `done
  end
endmodule
