// Vectors of hundreds of bits: arithmetic, shifts, selects, comparison, printing
// (IEEE 1800-2023 6.9, 11.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [511:0] a, b, c;
  logic signed [199:0] s;
  logic [255:0] words[0:3];
  integer i;
  initial begin
    a = 1;
    for (i = 0; i < 100; i = i + 1) a = a * 3;
    `check(a, 512'd515377520732011331036461129765621272702107522001)
    b = a / 512'd1_000_000_007;
    c = a % 512'd1_000_000_007;
    `check(b * 512'd1_000_000_007 + c, a)
    `check(c < 512'd1_000_000_007, 1'b1)
    a = {512{1'b1}};
    `check(a + 1, 512'd0)
    `check(&a, 1'b1)
    `check(^a, 1'b0)
    a = 512'd1 << 511;
    `check(a[511], 1'b1)
    `check(a >> 511, 512'd1)
    `check(a > {1'b0, {511{1'b1}}}, 1'b1)
    b = {16{32'hdead_beef}};
    `check(b[95:64], 32'hdead_beef)
    `check(b[71:56], 16'hefde)
    b[300 -: 64] = 64'h0;
    `check(b[303:232], 72'ha0_0000_0000_0000_001e)
    b = ~b;
    `check(b[303:232], 72'h5f_ffff_ffff_ffff_ffe1)
    s = -200'sd5;
    `check(s * s, 200'sd25)
    `check(s / 200'sd2, -200'sd2)
    `check(s >>> 1, -200'sd3)
    `check(s < 0, 1'b1)
    c = s;
    `check(c[511:200], {312{1'b1}})
    words[2] = {8{32'h1234_5678}};
    words[3] = words[2] ^ {256{1'b1}};
    `check(words[3][31:0], 32'hedcb_a987)
    a = 512'bx;
    a[100] = 1'b0;
    `check(&a, 1'b0)
    `check(|a, 1'bx)
    `done
  end
endmodule
