// Zero bytes vanish when a string is made, in literals and concatenations as well, and are
// shown as spaces (IEEE 1800-2023 6.16, 21.2.1.4).
// No oracle: Icarus Verilog 11 keeps octal escapes as they are.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  string s;
  reg [47:0] v = 48'h0061_0062_0000;
  initial begin
    s = "A\000B";
    `check(s.len(), 2)
    `check(s == "AB", 1'b1)
    s = "cd";
    s = {s, "\000a\000b\000"};
    `check(s == "cdab", 1'b1)
    s = string'(v);
    `check(s == "ab", 1'b1)
    `check(s.len(), 2)
    // Shown as spaces; at the front %0s leaves them out.
    s = $sformatf("[%s|%0s|%0s]", "\000A", "\000A", "\000B\000C");
    `check(s == "[ A|A|B C]", 1'b1)
    s = $sformatf("[%s|%0s]", 16'h0041, 16'h0041);
    `check(s == "[ A|A]", 1'b1)
    `done
  end
endmodule
