// Slices of queues and dynamic arrays as targets (IEEE 1800-2023 7.4.6, 7.10.1), map of
// associative arrays (7.12.5), array queries of associative arrays (20.7).
// No oracle: Icarus Verilog 11 has none of these.
// RUN: %run-tiers -I %S/Inputs %s 2> %t.err | FileCheck %s --implicit-check-not=FAIL
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// CHECK: {{^PASS$}}
// ERR: assignment to elements [3:5] of an array of 5 elements
`include "check.svh"
module test;
  int errors = 0;
  int q[$] = '{0, 1, 2, 3, 4}, fixed[2] = '{10, 11}, woken = 0;
  int d[] = '{5, 6, 7, 8};
  string names[$] = '{"a", "b", "c"};
  int a[string] = '{"x": 1, "y": 2};
  int m[string];
  string text[byte], shown[byte];
  int wild[*], wide[*];
  byte b[byte];
  int unsigned none[int unsigned];

  always @(q[1]) ++woken;

  initial begin
    #1 q[1:2] = fixed;
    `check(q[0], 0)
    `check(q[1], 10)
    `check(q[2], 11)
    `check(q[3], 3)
    #1 `check(woken, 1)
    q[0:1] = q[3:4];
    `check(q[0], 3)
    `check(q[1], 4)
    q[$-1:$] = '{20, 21};
    `check(q[4], 21)
    d[1+:2] = '{60, 70};
    `check(d[0], 5)
    `check(d[1], 60)
    `check(d[2], 70)
    `check(d[3], 8)
    names[1:2] = '{"q", "r"};
    `checkString(names[0], "a")
    `checkString(names[2], "r")
    q[3:5] = '{1, 2, 3}; // the last one is dropped
    `check(q.size(), 5)
    `check(q[4], 2)

    m = a.map(x) with (x * 10 + x.index.len());
    `check(m.size(), 2)
    `check(m["x"], 11)
    `check(m["y"], 21)
    text[3] = "abc";
    text[-1] = "d";
    shown = text.map() with ({item, "!"});
    `checkString(shown[3], "abc!")
    `checkString(shown[-1], "d!")
    wild[5] = 6;
    wide = wild.map(v) with (v + 1);
    `check(wide[5], 7)

    b[-5] = 1;
    b[100] = 2;
    `check($left(b), 0)
    `check($right(b), 127)
    `check($low(b), -5)
    `check($high(b), 100)
    `check($increment(b), -1)
    `check($size(b), 2)
    `check($right(none), 32'hffffffff)
    `check($low(none), 'x)
    `check($high(none), 'x)
    `done
  end
endmodule
