// Casts: to a size, a sign, a type, between real and integer
// (IEEE 1800-2023 6.24).
// No oracle: Icarus Verilog 11 casts to sizes only.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef logic signed [3:0] nibble;
  logic [7:0] a = 8'hf9;
  logic [15:0] w;
  int i;
  real r;
  localparam int N = 6;
  initial begin
    `check(4'(a), 4'h9)
    `check(N'(a), 6'h39)
    `check(12'(a), 12'h0f9)
    w = 16'(signed'(a));
    `check(w, 16'hfff9)
    `check(signed'(a) < 0, 1'b1)
    `check(unsigned'(-8'sd1) > 8'd0, 1'b1)
    w = nibble'(a);
    `check(w, 16'hfff9)
    i = int'(3.5);
    `check(i, 4)
    i = int'(-2.5);
    `check(i, -3)
    i = $rtoi(3.9);
    `check(i, 3)
    i = 2.4999;
    `check(i, 2)
    r = $itor(7) / 2;
    `checkReal(r, 3.5)
    r = real'(7) / 2;
    `checkReal(r, 3.5)
    `check(byte'(300), 8'sd44)
    `check(shortint'(16'hffff), -16'sd1)
    i = a;
    `check(i, 249)
    i = $signed(a);
    `check(i, -7)
    w = 8'bx;
    `check(w, 16'b0000_0000_xxxx_xxxx)
    w = 8'sbx;
    `check(w, 16'bx)
    i = 8'b1x0z_1111;  // two-state: x and z become 0
    `check(i, 32'b1000_1111)
    `done
  end
endmodule
