// Nets that are one node in part: aliases, one net behind two ports, inout ports that are
// expressions, tran switches, through a hierarchy (IEEE 1800-2023 10.11, 23.2.2.1, 23.3.3, 28.8).
// No oracle: Icarus Verilog 11 has no alias.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module pad(inout io, input enable, out);
  assign io = enable ? out : 1'bz;
endmodule
module pads(inout [3:0] x);
  pad p(x[1], 1'b1, 1'b0);
endmodule
module joined(a, a);
  inout [3:0] a;
endmodule
module parts({a, b}, .c(d[2:1]), , e);
  inout a, b;
  inout [3:0] d;
  input e;
  assign d[3] = a & e;
endmodule
module swapped(inout [7:0] bus, inout [7:0] sub);
  alias bus = {sub[0], sub[1], sub[2], sub[3], sub[4], sub[5], sub[6], sub[7]};
endmodule
module test;
  int errors = 0;
  tri1 [7:0] pulled;
  wire [3:0] p, q;
  reg [3:0] drive = 4'bz;
  pads t1(pulled[5:2]);
  joined j(p, q);
  assign q = drive;
  wire h, l, n;
  wire [9:0] wide;
  parts c({h, l}, {wide[9], n}, 1'b0, 1'b1);
  assign h = 1;
  assign wide[9] = 1'b0;
  assign n = 1'b1;
  wire [3:0] whole;
  wire [1:0] upper, lower;
  alias whole = {upper, lower};
  assign upper = 2'b10;
  assign lower[0] = 1;
  wire [7:0] left, right;
  swapped s(left, right);
  reg [7:0] fromLeft = 8'bz, fromRight = 8'bz;
  assign left = fromLeft;
  assign right = fromRight;
  wire a, b;
  tran (a, b);
  reg fromA = 1'bz;
  assign a = fromA;
  pullup (b);
  int events = 0;
  always @(p) ++events;
  initial begin
    #1;
    `check(pulled, 8'b11110111)
    `check(p, 4'bz)
    `check({h, l}, 2'b1z)
    `check(c.d, 4'b101z)
    `check(wide, 10'b0zzzzzzzzz)
    `check(whole, 4'b10z1)
    `check({a, b}, 2'b11)
    events = 0;
    fromA = 0;
    drive = 4'b1x0z;
    fromLeft = 8'b1010zzzz;
    fromRight = 8'b0011zzzz;
    #1;
    `check({a, b}, 2'b00)
    `check(p, 4'b1x0z)
    `check(events, 1)
    `check(left, 8'b10101100)
    `check(right, 8'b00110101)
    fromRight[0] = 0;
    #1;
    `check(left, 8'bx0101100)
    `check(right, 8'b0011010x)
    `done
  end
endmodule
