// Resolution of several drivers on wire, wand, wor, tri0, tri1, supply0, supply1
// (IEEE 1800-2023 6.6).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic p, q;
  wire w;
  wand wa;
  wor wo;
  tri0 t0;
  tri1 t1;
  triand ta;
  trior tor;
  supply0 gnd;
  supply1 vdd;
  assign w = p, wa = p, wo = p, t0 = p, t1 = p, ta = p, tor = p;
  assign w = q, wa = q, wo = q, t0 = q, t1 = q, ta = q, tor = q;
  wire floating;
  tri0 [3:0] pulledDown;
  tri1 [3:0] pulledUp;
  assign pulledDown[2] = 1'b1;
  assign pulledUp[1:0] = 2'b0z;
  task go(input logic a, input logic b, input logic [4:0] want);
    p = a;
    q = b;
    #1;
    if ({w, wa, wo, t0, t1} !== want || ta !== wa || tor !== wo) begin
      $display("FAIL: %b %b: %b, not %b", p, q, {w, wa, wo, t0, t1}, want);
      errors = errors + 1;
    end
  endtask
  initial begin
    //        wire wand wor tri0 tri1
    go(0, 0, 5'b00000);
    go(0, 1, 5'bx01xx);
    go(1, 0, 5'bx01xx);
    go(1, 1, 5'b11111);
    go(0, 1'bz, 5'b00000);
    go(1'bz, 1, 5'b11111);
    go(1'bz, 1'bz, 5'bzzz01);
    go(1'bx, 0, 5'bx0xxx);
    go(1'bx, 1, 5'bxx1xx);
    go(1'bx, 1'bz, 5'bxxxxx);
    `check(gnd, 1'b0)
    `check(vdd, 1'b1)
    `check(floating, 1'bz)
    `check(pulledDown, 4'b0100)
    `check(pulledUp, 4'b1101)
    `done
  end
endmodule
