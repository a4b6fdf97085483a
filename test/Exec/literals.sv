// Integer literals: bases, sizes, signs, x and z digits, unbased unsized
// (IEEE 1800-2023 5.7.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] a;
  logic [63:0] w;
  logic [129:0] big;
  initial begin
    `check(8'b1010_0101, 8'ha5)
    `check(8'o245, 8'ha5)
    `check(8'd165, 8'ha5)
    `check(8 'h A5, 8'd165)
    `check(4'hx, 4'bxxxx)
    `check(12'hz, 12'bzzzz_zzzz_zzzz)
    `check(8'bx1, 8'bxxxx_xxx1)
    `check(8'hz0, 8'bzzzz_0000)
    `check(8'h1, 8'b0000_0001)
    `check(4'd?, 4'bzzzz)
    `check(8'dx, 8'bx)
    `check(6'o7x, 6'b111xxx)
    `check($bits(10), 32)
    `check($bits('h10), 32)
    `check($bits('1), 1)
    `check(-8'sd1 < 0, 1'b1)
    `check(-8'd1 < 0, 1'b0)
    `check(4'shf, -4'sd1)
    w = 4'sb1000;
    `check(w, 64'hffff_ffff_ffff_fff8)
    w = '1;
    `check(w, 64'hffff_ffff_ffff_ffff)
    w = 'x;
    `check(w, {64{1'bx}})
    w = 'z;
    `check(w, {64{1'bz}})
    a = '0;
    `check(a, 8'h00)
    a = 8'b0 + '1;  // as wide as its context
    `check(a, 8'hff)
    w = 64'd18446744073709551615;
    `check(w, 64'hffff_ffff_ffff_ffff)
    big = 130'd1000000000000000000000000000000;
    `check(big, 130'hc_9f2c_9cd0_4674_edea_4000_0000)
    w = 'hz;  // padded to any width
    `check(w, {64{1'bz}})
    `check("AB", 16'h4142)
    `check("\n\t\\\"\101\x42", 48'h0a095c224142)
    `done
  end
endmodule
