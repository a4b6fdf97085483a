// The initialiser of a net or variable that completes a port sees what stands before it
// (IEEE 1800-2023 23.2.2.1); enumeration members of a return type (13.4) belong to the scope.
// No oracle: Icarus Verilog 11 fails on the enumeration.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module gate(clk, en, gated, count);
  input clk, en;
  output gated;
  output [3:0] count;
  localparam First = 3;
  reg enabled;
  wire gated = clk & enabled;
  reg [3:0] count = First;
  initial enabled = 1;
  always @(en) enabled = en;
endmodule
module t;
  int errors = 0;
  reg clk = 0, en = 1;
  wire gated;
  wire [3:0] count;
  gate g(clk, en, gated, count);
  function enum int {Low, High} level(input logic b);
    level = b ? High : Low;
  endfunction
  initial begin
    #1 clk = 1;
    #1 `check(gated, 1'b1)
    `check(count, 4'd3)
    en = 0;
    #1 `check(gated, 1'b0)
    `check(level(1), High)
    `check(level(0), 0)
    `done
  end
endmodule
