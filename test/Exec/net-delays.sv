// Delays of net declarations (IEEE 1800-2023 10.3.3, 28.16): behind the delay of the driver; the
// delay of a declaration with an assignment is that of the assignment alone.
// No oracle: Icarus Verilog has no net delays.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module source(output wire q, input logic d);
  assign #2 q = d;
endmodule
module t;
  int errors = 0;
  logic [3:0] v = 0;
  logic d = 0, en = 1;
  wire [3:0] #3 plain;
  wire [3:0] #3 late;
  wire [3:0] #5 own = v;
  wire #(1, 2, 4) edges;
  wire #3 port;
  wand #2 wired;
  assign plain = v;
  assign #4 late = v;
  assign edges = en ? d : 1'bz;
  source s(port, d);
  assign wired = d;
  assign wired = en;
  int changes = 0;
  always @(plain) changes++;
  initial begin
    #20 #0 `check(plain, 4'd0)
    v = 5; d = 1;
    #1 #0 `check(edges, 1'b1)
    #1 #0 `check(wired, 1'b1)
    `check(plain, 4'd0)
    #1 #0 `check(plain, 4'd5)
    `check(port, 1'b0)
    #2 #0 `check(port, 1'b1)
    `check(own, 4'd5)
    #1 #0 `check(late, 4'd0)
    #1 #0 `check(late, 4'd5)
    en = 0;
    #2 #0 `check(wired, 1'b0)
    #1 #0 `check(edges, 1'b1)
    #1 #0 `check(edges, 1'bz)
    en = 1;
    #1 #0 `check(edges, 1'b1)
    d = 0;
    #1 #0 `check(edges, 1'b1)
    #1 #0 `check(edges, 1'b0)
    // A pulse shorter than the delay is lost.
    changes = 0;
    v = 7;
    #2 v = 5;
    #10 #0 `check(changes, 0)
    `check(late, 4'd5)
    force plain = 9;
    #1 #0 `check(plain, 4'd9)
    release plain;
    #1 #0 `check(plain, 4'd5)
    `done
  end
endmodule
