// Drive strengths: the stronger driver wins, equal ones conflict, pull sources,
// printing with %v (IEEE 1800-2023 28.11, 28.12, 21.2.1.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic s = 0, p = 0;
  wire (strong0, strong1) w = s;
  assign (pull0, pull1) w = p;
  wire contest;
  assign (weak0, weak1) contest = s;
  assign (pull0, pull1) contest = p;
  wire up;
  pullup (up);
  assign up = s ? 1'bz : 1'b0;
  wire open;
  assign (strong0, highz1) open = s;
  pulldown (supply0) ground(g);
  assign g = 1'b1;
  string text;
  initial begin
    #1;
    s = 0; p = 1;
    #1;
    `check(w, 1'b0)
    `check(contest, 1'b1)
    `check(up, 1'b0)
    `check(open, 1'b0)
    `check(g, 1'b0)
    $sformat(text, "%v %v %v", w, contest, up);
    `checkString(text, "St0 Pu1 St0")
    s = 1; p = 0;
    #1;
    `check(w, 1'b1)
    `check(contest, 1'b0)
    `check(up, 1'b1)
    `check(open, 1'bz)
    $sformat(text, "%v %v %v", w, up, open);
    `checkString(text, "St1 Pu1 HiZ")
    s = 1'bz; p = 1;
    #1;
    `check(w, 1'b1)
    $sformat(text, "%v", w);
    `checkString(text, "Pu1")
    s = 1'bx; p = 1;
    #1;
    `check(w, 1'bx)
    `done
  end
endmodule
