// Bidirectional switches: both ways, on, off and unknown, resistive ones, delays, strengths;
// MOS switches pass the strength of their data as it is now (IEEE 1800-2023 28.7, 28.8,
// 28.13, 28.14).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  integer errors = 0;
  reg left = 1'bz, right = 1'bz, on = 0;
  wire a, b, c, d, e;
  assign a = left;
  assign (pull1, pull0) e = right;
  tran t1(a, b);
  tranif1 t2(b, c, on);
  tranif0 t3(c, d, on);
  rtran t4(d, e);
  wire p, q, r;
  reg gate;
  pullup (p);
  bufif1 (p, 1'b1, gate);
  pmos (q, p, 1'b0);
  bufif0 (q, 1'b0, gate);
  rtranif1 (q, r, 1'b1);
  wire x, y;
  reg slow = 0, source = 1'b1;
  assign x = source;
  tranif1 #(4, 6) t5(x, y, slow);
  reg [3*8:1] text;
  initial begin
    #1;
    `check({a, b, c, d, e}, 5'bzzzzz)
    left = 1;
    right = 0;
    #1;
    `check({a, b, c, d, e}, 5'b11000)
    on = 1;
    #1;
    `check({a, b, c, d, e}, 5'b11100)
    on = 1'bx;
    #1;
    `check({a, b}, 2'b11)
    `check(c, 1'bx)
    left = 1'bz;
    right = 1;
    on = 0;
    #1;
    `check({a, b, c, d, e}, 5'bzz111)
    $sformat(text, "%v", d);
    `check(text, "We1")
    gate = 1;
    #1;
    `check({q, p}, 2'b11)
    $sformat(text, "%v", q);
    `check(text, "St1")
    $sformat(text, "%v", r);
    `check(text, "Pu1")
    gate = 0;
    #1;
    `check({q, p}, 2'b01)  // the pull-up comes through the switch as such
    `check(r, 1'b0)
    slow = 1;
    #3;
    `check(y, 1'bz)
    #2;
    `check(y, 1'b1)
    slow = 0;
    #5;
    `check(y, 1'b1)
    #2;
    `check(y, 1'bz)
    `done
  end
endmodule
