// `unconnected_drive, `default_nettype, `celldefine do what they say
// (IEEE 1800-2023 22.8, 22.9).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
`unconnected_drive pull1
module up(input a, output y);
  assign y = a;
endmodule
`nounconnected_drive
module plain(input a, output y);
  assign y = a;
endmodule
`default_nettype tri1
module implicitUp(output y);
  buf (y, floating);
endmodule
`default_nettype wire
module test;
  int errors = 0;
  wire y0, y1, y2;
  up u0(.y(y0));
  plain u1(.y(y1));
  implicitUp u2(y2);
  initial begin
    #1;
    `check(y0, 1'b1)
    `check(y1, 1'bz)
    `check(y2, 1'b1)
    `done
  end
endmodule
