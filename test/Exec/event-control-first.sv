// A process that begins with an event control waits before any initial procedure
// changes what it waits for: the order at time zero is free (IEEE 1800-2023 4.7), and
// designs rely on this one.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module sub(input [7:0] i);
  logic [7:0] viaPort;
  always @* viaPort = i + 1;
endmodule
module test;
  int errors = 0;
  logic [7:0] i;
  logic [7:0] x, y;
  sub s(.i(i));
  initial begin
    i = 3;
  end
  always @* x = i;
  always @(i) begin
    y = 0;
    y = i;
  end
  initial begin
    #1;
    `check(x, 8'd3)
    `check(y, 8'd3)
    `check(s.viaPort, 8'd4)
    `done
  end
endmodule
