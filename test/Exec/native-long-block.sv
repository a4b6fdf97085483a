// A straight piece of code of some hundred instructions: values that are read far
// from where they are written, and values that are live across calls and waits.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  integer errors = 0;
  reg [63:0] a, b, c, d, sum;
  reg [69:0] wide;
  reg [7:0] memory [0:15];
  integer i;
  function [63:0] mix(input [63:0] x, input [63:0] y);
    reg [63:0] p, q, r, s, t, u;
    begin
      p = x + y; q = x - y; r = x ^ (y << 3); s = x & ~y; t = p * 3; u = q * 5;
      p = p ^ (t >> 7); q = q + (u >> 9); r = r - p; s = s | q; t = t ^ r; u = u + s;
      p = p + u; q = q ^ t; r = r + q; s = s - r; t = t + s; u = u ^ p;
      p = p - t; q = q + u; r = r ^ p; s = s + q; t = t - r; u = u + s;
      p = p ^ u; q = q - t; r = r + s; s = s ^ q; t = t + p; u = u - r;
      mix = p ^ (q << 1) ^ (r << 2) ^ (s << 3) ^ (t << 4) ^ (u << 5);
    end
  endfunction
  initial begin
    a = 64'h0123456789abcdef; b = 64'hfedcba9876543210; c = 1; d = 2;
    wide = 70'h3f_0000_0000_0000_0001;
    for (i = 0; i < 16; i = i + 1) memory[i] = i * 17;
    sum = mix(a, b) + mix(b, c);
    #1 c = sum;
    d = mix(sum, c) ^ memory[sum[3:0]];
    wide = wide + {sum[5:0], d};
    #1 a = mix(a ^ d, wide[63:0]) - sum;
    `check(sum, 64'h55a8fdc25936163c)
    `check(d, 64'h164a625dd6fcd626)
    `check(a, 64'h719298dca306ddab)
    `done
  end
endmodule
