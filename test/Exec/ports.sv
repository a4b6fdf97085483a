// Port connections: widths that differ, expressions, unconnected ports, inout,
// ordered and named, non-ANSI headers (IEEE 1800-2023 23.2, 23.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module sub(input [7:0] a, input signed [3:0] s, output [3:0] y, inout wire io, output reg r);
  assign y = a[3:0] + 1;
  wire signed [7:0] wide = s;
  assign io = a[7] ? 1'b1 : 1'bz;
  initial r = 1;
endmodule
module old(a, b, c);
  input [3:0] a;
  output b;
  output [3:0] c;
  wire [3:0] a;
  reg b;
  assign c = a;
  always @* b = ^a;
endmodule
module test;
  int errors = 0;
  logic [3:0] n = 4'hf;
  wire [7:0] y;
  wire io, r;
  logic drive = 0;
  assign io = drive ? 1'b0 : 1'bz;
  sub u0(.a(n), .s(n), .y(y[3:0]), .io(io), .r(r));
  assign y[7:4] = 4'h5;
  wire [3:0] y1;
  sub u1({n, 4'h2} ^ 8'h01, 4'd1, y1, io, );
  wire y2;
  sub u2(.a(), .y(y2), .s(4'sd0));
  wire b;
  wire [3:0] pair;
  old u3(n, b, pair);
  initial begin
    #1;
    `check(u0.a, 8'h0f)  // padded with zeros
    `check(u0.wide, 8'hff)
    `check(y, 8'h50)
    `check(r, 1'b1)
    `check(y1, 4'h4)
    `check(io, 1'b1)
    drive = 1;
    #1;
    `check(io, 1'bx)
    n = 4'h7;
    #1;
    `check(io, 1'b0)
    `check(u2.a, 8'bz)
    `check(y2, 1'bx)  // the port is cut to one bit
    `check(u2.io, 1'bx)
    `check(b, 1'b1)
    `check(pair, 4'h7)
    `done
  end
endmodule
