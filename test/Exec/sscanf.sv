// $sscanf: conversions, widths, skipped items, the number of items read
// (IEEE 1800-2023 21.3.4.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer a, b, n;
  reg [15:0] h;
  reg [7:0] c;
  real r;
  reg [8*10:1] word;
  initial begin
    n = $sscanf("12 -34", "%d %d", a, b);
    `check(n, 2)
    `check(a, 12)
    `check(b, -34)
    n = $sscanf("beef 1010 17", "%h %b %o", h, a, b);
    `check(n, 3)
    `check(h, 16'hbeef)
    `check(a, 10)
    `check(b, 15)
    n = $sscanf("x=5,y=6", "x=%d,y=%d", a, b);
    `check(n, 2)
    `check(b, 6)
    n = $sscanf("7 rest", "%d %d", a, b);
    `check(n, 1)
    `check(a, 7)
    n = $sscanf("abc", "%d", a);
    `check(n, 0)
    n = $sscanf("", "%d", a);
    `check(n, -1)
    n = $sscanf("2.75", "%f", r);
    `check(n, 1)
    `checkReal(r, 2.75)
    n = $sscanf("Zq", "%c", c);
    `check(c, "Z")
    n = $sscanf("hello world", "%s", word);
    `check(word, "hello")
    n = $sscanf("12345", "%2d%3d", a, b);
    `check(a, 12)
    `check(b, 345)
    n = $sscanf("1 2 3", "%d %*d %d", a, b);
    `check(n, 2)
    `check(b, 3)
    n = $sscanf("1x0z", "%b", h);
    `check(h, 16'b1x0z)
    `done
  end
endmodule
