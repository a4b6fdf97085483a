// Type parameters and type() (IEEE 1800-2023 6.20.3, 6.23).
// No oracle: Icarus Verilog 11 has no type parameters.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module register #(parameter type T = logic [3:0]) (input logic clk, input T d, output T q);
  always_ff @(posedge clk) q <= d;
  localparam int Bits = $bits(T);
endmodule
module test;
  int errors = 0;
  typedef struct packed { logic [7:0] address; logic valid; } request;
  logic clk = 0;
  request d, q;
  logic [3:0] d4 = 4'b1x0z, q4;
  register #(.T(request)) r0(.clk, .d, .q);
  register r1(.clk, .d(d4), .q(q4));
  register #(int) r2(.clk, .d(-5), .q());
  var type(d) copy;
  initial begin
    d.address = 8'h55;
    d.valid = 1;
    #1 clk = 1;
    #1;
    `check(q, 9'h0ab)
    `check(q.address, 8'h55)
    `check(q4, 4'b1x0z)
    `check(r2.q, -5)
    `check(r0.Bits, 9)
    `check(r2.Bits, 32)
    copy = d;
    `check($bits(copy), 9)
    `check(copy.address, 8'h55)
    `done
  end
endmodule
