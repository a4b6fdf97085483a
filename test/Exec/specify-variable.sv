// An output variable changes at once for those inside of its module, and behind its paths for those
// outside, however it is connected; a forced port stays (IEEE 1800-2023 30.4, 10.6.2).
// RUN: %run-tiers %s | FileCheck %s
// RUN: %circt-sim +nospecify %s | FileCheck %s --check-prefix=OFF
// RUN: %circt-sim -gno-specify %s | FileCheck %s --check-prefix=OFF
`timescale 1ns / 1ns
module flop(input clk, input [3:0] d, output reg [3:0] q, output [3:0] seen);
  always @(posedge clk) q <= d;
  assign seen = q;
  specify
    (posedge clk *> (q +: d)) = (3, 2);
  endspecify
endmodule
// Drivers inside of the module are resolved before the path; a pulled net is so behind it.
module wired(input a, b, output wand y, output tri1 z);
  assign y = a, y = b;
  bufif1 (z, a, b);
  specify
    (a, b *> y) = 4;
    (a, b *> z) = (5, 6, 7);
  endspecify
endmodule
module test;
  reg clk = 0;
  reg [3:0] d = 0;
  wire wy, wz;
  wired w(clk, d[1], wy, wz);
  always @(wy) $display("%0d: wand %b", $time, wy);
  always @(wz) $display("%0d: tri1 %b", $time, wz);
  wire [3:0] q, seen, seen2;
  wire [7:0] both;
  flop whole(clk, d, q, seen), part(clk, d, both[5:2], seen2);
  wire [3:0] inside_ = whole.q;
  always @(q) $display("%0d: q %b", $time, q);
  always @(both) $display("%0d: both %b", $time, both);
  always @(seen) $display("%0d: seen %b", $time, seen);
  always @(inside_) $display("%0d: variable %b", $time, inside_);
  initial begin
    #10 clk = 1;
    #5 clk = 0; d = 6;
    #5 clk = 1;
    #1 force q = 4'b1010;
    #9 release q;
    #5 $finish(0);
  end
endmodule
// CHECK-DAG: 10: seen 0000
// CHECK-DAG: 10: variable 0000
// CHECK-DAG: 4: wand 0
// CHECK-DAG: 7: tri1 1
// CHECK-DAG: 12: q 0000
// CHECK-DAG: 12: both zz0000zz
// CHECK-DAG: 20: seen 0110
// CHECK-DAG: 20: variable 0110
// CHECK-DAG: 21: q 1010
// CHECK-DAG: 23: both zz0110zz
// CHECK-DAG: 24: wand 1
// CHECK: 30: q 0110
// OFF-DAG: 10: q 0000
// OFF-DAG: 10: both zz0000zz
// OFF-DAG: 20: seen 0110
// OFF-DAG: 20: q 0110
