// $sformat, $sformatf, $swrite: conversions, widths, unknown digits
// (IEEE 1800-2023 21.2.1, 21.3.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  string s;
  logic [7:0] a = 8'ha5;
  logic [7:0] x = 8'b1010_xxxx, z = 8'bzzzz_00x0;
  logic signed [7:0] n = -8'sd5;
  real r = 3.14159;
  initial begin
    s = $sformatf("%b %o %d %h", a, a, a, a);
    `checkString(s, "10100101 245 165 a5")
    s = $sformatf("%0d|%d|%5d|%05d|%-5d|", a, a, a, a, a);
    `checkString(s, "165|165|  165|00165|165  |")
    s = $sformatf("%d|%0d|%4d", n, n, n);
    `checkString(s, "  -5|-5|  -5")
    s = $sformatf("%h %h %o %d", x, z, x, x);
    `checkString(s, "ax zX 2Xx   X")
    s = $sformatf("%d %d", 8'bx, 8'bz);
    `checkString(s, "  x   z")
    s = $sformatf("%0h %0b %0o", 16'h00a5, 8'd5, 9'o007);
    `checkString(s, "a5 101 7")
    s = $sformatf("%c%c%s", 8'h48, "i", "!");
    `checkString(s, "Hi!")
    s = $sformatf("[%s]", 32'h0041_4243);
    `checkString(s, "[ ABC]")
    s = $sformatf("[%0s]", 32'h0041_4243);
    `checkString(s, "[ABC]")
    s = $sformatf("[%5s|%-5s]", "ab", "ab");
    `checkString(s, "[   ab|ab   ]")
    s = $sformatf("%f %.2f %8.3f %e %g", r, r, r, r, r);
    `checkString(s, "3.141590 3.14    3.142 3.141590e+00 3.14159")
    s = $sformatf("100%%");
    `checkString(s, "100%")
    s = $sformatf("%m");
    `checkString(s, "test")
    $sformat(s, "%0t", 64'd42);
    `checkString(s, "42")
    $swrite(s, "a=", a, " n=", n);
    `checkString(s, "a=165 n=  -5")
    $swriteb(s, a);
    `checkString(s, "10100101")
    $swriteh(s, a);
    `checkString(s, "a5")
    s = $sformatf("%d", 40'd1);
    `checkString(s, "            1")
    `done
  end
endmodule
