// Parameters: overriding by name and order, localparam, typed and untyped, values
// that depend on others (IEEE 1800-2023 6.20, 23.10).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module unit #(
  parameter Width = 4,
  parameter [7:0] Start = 8'h12,
  parameter Double = Width * 2,
  parameter signed [3:0] Small = -1
) (output [31:0] result);
  localparam Mask = (1 << Width) - 1;
  parameter Body = 5;  // with a list in the header this is a local parameter
  assign result = {Body[7:0], Start, Double[7:0], Mask[7:0]};
  wire [7:0] narrow = Small;
endmodule
module plain #(parameter P = 1) ();
  localparam Bits = $bits(P);
endmodule
module old;
  parameter A = 1, B = A + 1;
  parameter [3:0] C = 3;
endmodule
module test;
  int errors = 0;
  wire [31:0] r0, r1, r2, r3;
  unit u0(.result(r0));
  unit #(6, 8'hff) u1(.result(r1));
  unit #(.Start(16'h1234), .Width(3)) u2(.result(r2));
  unit #(.Double(9), .Small(7)) u3(.result(r3));
  plain #(4'd3) v0();
  plain #("abc") v1();
  plain v2();
  old #(7) w0();
  old #(.C(20)) w1();
  localparam real Pi = 3.14159;
  initial begin
    #1;
    `check(r0, 32'h05_12_08_0f)
    `check(r1, 32'h05_ff_0c_3f)
    `check(r2, 32'h05_34_06_07)
    `check(r3, 32'h05_12_09_0f)
    `check(u0.narrow, 8'hff)
    `check(u3.narrow, 8'h07)
    `check(u1.Width, 6)
    `check(v0.Bits, 4)
    `check(v1.Bits, 24)
    `check(v2.Bits, 32)
    `check(w0.B, 8)
    `check(w1.B, 2)
    `check(w1.C, 4'd4)
    `checkReal(Pi * 2, 6.28318)
    `done
  end
endmodule
