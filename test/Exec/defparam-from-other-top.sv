// A top module with defparams for the parameters of another one (IEEE 1800-2023 23.10.1).
// Expected results: Icarus Verilog 11.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module counter #(parameter int WIDTH = 4, STEP = 1) (input logic clk);
  logic [WIDTH-1:0] value = 0;
  always @(posedge clk) value <= value + STEP;
endmodule
module test;
  int errors = 0;
  parameter LIMIT = 3;
  logic clk = 0;
  counter a(clk), b(clk);
  if (1) begin : inner
    counter c(clk);
  end
  initial begin
    repeat (LIMIT) begin
      #1 clk = 1;
      #1 clk = 0;
    end
    `check($time, 64'd10)
    `check(a.value, 4'd5)
    `check($bits(b.value), 9)
    `check(b.value, 9'd15)
    `check(inner.c.value, 4'd10)
    `done
  end
endmodule
module annotate;
  localparam SIZE = 8;
  defparam test.b.WIDTH = SIZE + 1, test.b.STEP = 3;
  defparam test.LIMIT = 5;
  defparam test.inner.c.STEP = 2;
endmodule
