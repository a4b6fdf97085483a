// Bitwise and reduction operators on all pairs of 0 1 x z
// (IEEE 1800-2023 11.4.8, 11.4.9).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [15:0] l = 16'b0000_1111_xxxx_zzzz;
  logic [15:0] r = 16'b01xz_01xz_01xz_01xz;
  logic signed [3:0] s = 4'sb1010;
  logic [7:0] w;
  logic [69:0] wide;
  initial begin
    `check(l & r, 16'b0000_01xx_0xxx_0xxx)
    `check(l | r, 16'b01xx_1111_x1xx_x1xx)
    `check(l ^ r, 16'b01xx_10xx_xxxx_xxxx)
    `check(l ~^ r, 16'b10xx_01xx_xxxx_xxxx)
    `check(l ^~ r, 16'b10xx_01xx_xxxx_xxxx)
    `check(~4'b01xz, 4'b10xx)
    // Operands are extended by their own sign if all are signed.
    w = s | 4'sb0001;
    `check(w, 8'b1111_1011)
    w = s | 4'b0001;
    `check(w, 8'b0000_1011)
    w = ~4'b0101;
    `check(w, 8'b1111_1010)
    `check(&4'b1111, 1'b1)
    `check(&4'b11x1, 1'bx)
    `check(&4'b10x1, 1'b0)
    `check(~&4'b1111, 1'b0)
    `check(~&4'b0xxx, 1'b1)
    `check(|4'b0000, 1'b0)
    `check(|4'b00z0, 1'bx)
    `check(|4'b01z0, 1'b1)
    `check(~|4'b0000, 1'b1)
    `check(~|4'bx000, 1'bx)
    `check(^4'b0111, 1'b1)
    `check(^4'b0110, 1'b0)
    `check(^4'b011x, 1'bx)
    `check(~^4'b0111, 1'b0)
    `check(^~4'b0110, 1'b1)
    wide = '1;
    `check(&wide, 1'b1)
    wide[68] = 0;
    `check(&wide, 1'b0)
    `check(^wide, 1'b1)
    wide = '0;
    wide[69] = 1'bx;
    `check(|wide, 1'bx)
    wide[0] = 1;
    `check(|wide, 1'b1)
    `done
  end
endmodule
