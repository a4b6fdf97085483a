// Ports used against their direction: inputs that the module drives, outputs that it reads
// (IEEE 1800-2023 23.3.3.1). Nets are connected, bit by bit; all else is as it is declared.
// Oracle: iverilog -g2012.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module swapped(input [1:0] out, output [1:0] in);
  assign out = in;
endmodule
module gates(input o, output i);
  not n(o, i);
endmodule
module below(input [1:0] out, output [1:0] in);
  swapped s(.out(out), .in(in));
endmodule
module straight(input [1:0] a, output [3:0] b);
  assign b = {a, ~a};
endmodule
module t;
  int errors = 0;
  logic [2:0] r;
  wire [0:0] i1, o0;
  wire [2:0] i3, s3;
  wire [1:0] o1, o3, ob;
  wire [7:0] wide, from;
  wire [3:0] plain;
  assign i1 = r[0], i3 = r, from = {5'b0, r};
  swapped one(o1, i1), three(o3, i3), parts(wide[5:4], from[2:1]);
  swapped joined({s3[2], s3[0]}, {i3[0], i3[2]});
  gates g(wide[0], from[1]);
  gates narrow(o0, i3);
  below b(.out(ob), .in({i3[1], i3[0]}));
  straight st(.a({1'b0, r[0]}), .b(plain));
  initial begin
    for (int n = 0; n < 8; n++) begin
      r = n[2:0];
      #1;
      `check(o1, {1'bz, r[0]})
      `check(o3, r[1:0])
      `check(wide[5:4], r[2:1])
      `check(wide[0], !r[1])
      `check(wide[3:1], 3'bz)
      `check({s3[2], s3[0]}, {r[0], r[2]})
      `check(s3[1], 1'bz)
      `check(o0, !r[0])
      `check(ob, r[1:0])
      `check(plain, {1'b0, r[0], 1'b1, !r[0]})
    end
    `done
  end
endmodule
