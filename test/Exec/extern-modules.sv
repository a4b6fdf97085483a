// Extern declarations give a module its ports (IEEE 1800-2023 23.5).
// No oracle: Icarus Verilog 11 does not have extern modules.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
extern module adder #(parameter W = 4)(input [W-1:0] a, b, output [W:0] sum);
extern module inverter(i, o);
module adder(.*);
  assign sum = a + b;
endmodule
module inverter(.*);
  input i;
  output o;
  assign o = ~i;
endmodule
module test;
  int errors = 0;
  wire [8:0] s;
  wire n;
  adder #(8) add(8'd200, 8'd100, s);
  inverter inv(s[0], n);
  initial begin
    #1 `check(s, 9'd300)
    `check(n, 1'b1)
    `done
  end
endmodule
