// Bit-selects and part-selects: constant, indexed, out of range, unknown index,
// descending and ascending ranges (IEEE 1800-2023 11.5.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [15:0] d = 16'habcd;
  logic [0:15] u = 16'habcd;
  logic [11:4] o = 8'h5a;
  logic [-1:-4] n = 4'b1010;
  logic [99:0] w;
  integer i;
  initial begin
    `check(d[15:12], 4'ha)
    `check(d[0], 1'b1)
    `check(u[0:3], 4'ha)
    `check(u[15], 1'b1)
    `check(o[11:8], 4'h5)
    `check(o[4], 1'b0)
    `check(n[-1], 1'b1)
    `check(n[-4], 1'b0)
    i = 4;
    `check(d[i +: 4], 4'hc)
    `check(d[i+3 -: 4], 4'hc)
    `check(u[i +: 4], 4'hb)
    `check(u[i+3 -: 4], 4'hb)
    `check(o[i +: 4], 4'ha)
    i = 14;
    `check(d[i +: 4], 4'bxx10)  // half out of range
    `check(d[16], 1'bx)
    i = -2;
    `check(d[i +: 4], 4'b01xx)
    i = 'x;
    `check(d[i], 1'bx)
    `check(d[i +: 2], 2'bxx)
    d[7:4] = 4'h0;
    `check(d, 16'hab0d)
    i = 6;
    d[i +: 4] = 4'hf;
    `check(d, 16'habcd)
    i = 14;
    d[i +: 4] = 4'b0101;  // the bits in range are written
    `check(d, 16'h6bcd)
    i = 20;
    d[i] = 0;
    d[i +: 4] = 0;
    `check(d, 16'h6bcd)
    i = 'x;
    d[i] = 0;
    d[i +: 4] = 0;
    `check(d, 16'h6bcd)
    u[12:15] = 4'h0;
    `check(u, 16'habc0)
    w = 0;
    w[70:60] = '1;
    `check(w, 100'h7ff_000_0000_0000_0000)
    i = 62;
    `check(w[i +: 8], 8'hff)
    w[i -: 2] = 2'b01;
    `check(w[64:60], 5'b11011)
    `done
  end
endmodule
