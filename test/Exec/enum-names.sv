// Names of enumeration values, casts to an enumeration (IEEE 1800-2023 6.19.4, 6.19.5.5).
// No oracle: Icarus Verilog 11 has the method name() only as an argument of a task.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef enum {Red, Green, Blue} color;
  typedef enum logic [3:0] {A = 3, B, C = 8, D} sparse;
  color c;
  sparse s;
  string text;
  initial begin
    `checkString(c.name(), "Red")
    c = Blue;
    `checkString(c.name(), "Blue")
    text = c.name();
    `checkString(text, "Blue")
    c = color'(1);
    `checkString(c.name(), "Green")
    `check($cast(c, 2), 1)
    `check(c, Blue)
    `check($cast(c, 7), 0)
    `check(c, Blue)
    `checkString(s.name(), "")  // x is no member
    s = sparse'(4'd5);
    `checkString(s.name(), "")
    s = C;
    `checkString(s.name, "C")
    $sformat(text, "%s %p %0d", c.name(), c, c);
    `checkString(text, "Blue Blue 2")
    for (c = c.first(); c != c.last(); c = c.next()) text = {text, c.name()};
    `checkString(text, "Blue Blue 2RedGreen")
    `done
  end
endmodule
