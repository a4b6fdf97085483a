// Ranges of arrays of fixed size in streams (IEEE 1800-2023 11.4.14.4), elements of associative
// arrays in inside (11.4.13), $bits of objects of variable size (20.6.2), names for the index of an iterator (7.12.4).
// No oracle: Icarus Verilog 11 has none of these.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] up[4] = '{1, 2, 3, 4}, down[3:0] = '{8'ha, 8'hb, 8'hc, 8'hd}, x, y;
  logic [31:0] v;
  int q[$] = '{3, 1, 3, 2}, r[$], a[int];
  struct { byte b; int q[$]; string s; } dynamic;
  byte nested[$][];
  initial begin
    {>>{up with [1:2], x, y}} = 32'h55667788;
    `checkString($sformatf("%p", up), "'{1, 85, 102, 4}")
    `check(x, 8'h77)
    `check(y, 8'h88)
    v = {>>{up with [1:2], up with [0 +: 1], 8'hff}};
    `check(v, 32'h556601ff)
    v = {>>{down with [3:2], down with [1 -: 2]}};
    `check(v, 32'h0a0b0c0d)
    v = {<<8{down with [0 +: 3], 8'h1}};
    `check(v, 32'h010d0c0b)
    {<<8{down with [3 -: 2], x, y}} = 32'h01020304;
    `checkString($sformatf("%p", down), "'{4, 3, 12, 13}")
    `check({x, y}, 16'h0201)
    v = {>>{up with [3], up with [0], 16'h0}};
    `check(v, 32'h04010000)

    dynamic.q = '{1, 2, 3};
    dynamic.s = "ab";
    `check($bits(dynamic), 8 + 96 + 16)
    nested = '{'{1}, '{2, 3}};
    `check($bits(nested), 24)
    dynamic.q.delete();
    `check($bits(dynamic), 24)

    a[4] = 7;
    a[-1] = 9;
    `check(7 inside {a}, 1'b1)
    `check(4 inside {a}, 1'b0)
    `check(9 inside {[1:2], a}, 1'b1)

    r = q.find_index(e, at) with (e.at == 2);
    `checkString($sformatf("%p", r), "'{2}")
    r = q.find(e, at) with (e.at > 0 && e == 3);
    `checkString($sformatf("%p", r), "'{3}")
    `done
  end
endmodule
