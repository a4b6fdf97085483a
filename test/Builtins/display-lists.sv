// Lists of $display: literals as formats wherever they stand, empty arguments, default
// radix (IEEE 1800-2023 21.2.1). Expected output: Icarus Verilog.
// RUN: %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  reg [7:0] r;
  integer i;
  string s;
  initial begin
    r = 8'h41;
    i = -5;
    s = "abc";
    $display("B%d", r, i, s);
    $display(r,, i,, s,, "lit%d", r);
    $displayb(r,, i);
    $displayh(r,, i);
    $displayo(r);
    $display("D %s %s", s, "xy");
    $display("%d", "AB");
    $display(s, r);
    $display;
    $display("");
    $write("w");
    $write("%s|%0s|%5s|%-5s|\n", r, r, r, r);
    $display("%d%% %x %X %D %H %O %B", r, r, r, r, r, r, r);
    $display("%0d %5d %-5d| %05d", r, r, r, r);
    $display("%h %h %o %d %d", 8'bz, 8'b1x0z, 9'bx, 8'b0x, 8'bzzzzzzz1);
    $display("%c%c", 8'h48, 8'h49);
    $display("%m %d", 4'sb1000);
    $display("%e %f %g %.2f %10.3f|%-10.1f|", 1.5, 1.5, 1.5, 1.5, 1.5, 1.5);
    $display("%d %0d", 1.5, -2.5);
    $display("time %0t", $time);
  end
endmodule
//      CHECK:B 65         -5abc
// CHECK-NEXT: 65          -5 abc lit 65
// CHECK-NEXT:01000001 11111111111111111111111111111011
// CHECK-NEXT:41 fffffffb
// CHECK-NEXT:101
// CHECK-NEXT:D abc xy
// CHECK-NEXT:16706
// CHECK-NEXT:abc 65
// CHECK-EMPTY:
// CHECK-EMPTY:
// CHECK-NEXT:wA|A|    A|A    |
// CHECK-NEXT: 65% 41 41  65 41 101 01000001
// CHECK-NEXT:65    65 65   | 00065
// CHECK-NEXT:zz 0X xxx   X   Z
// CHECK-NEXT:HI
// CHECK-NEXT:test -8
// CHECK-NEXT:1.500000e+00 1.500000 1.5 1.50      1.500|1.5       |
// CHECK-NEXT:2 -3
// CHECK-NEXT:time 0
