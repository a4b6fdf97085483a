// Pulse limits and limits of timing checks from a delay file; the largest of min:typ:max by the call,
// and factors (IEEE 1800-2023 32.4.2, 32.7, 32.9).
// RUN: %run-tiers '-DFILE="%S/Inputs/limits.sdf"' %s 2> %t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR --implicit-check-not=violation < %t.err
`timescale 1ns / 1ns
module buffer(input a, output y);
  assign y = a;
  specify
    (a => y) = 10;
  endspecify
endmodule
module flop(input clk, d, en);
  specify
    $setuphold(posedge clk &&& (en == 1), posedge d, 1, 1);
    $setuphold(posedge clk &&& (en == 1), negedge d, 1, 1);
    $width(posedge clk, 1);
  endspecify
endmodule
module test;
  reg a = 0, clk = 0, d = 0, en = 1;
  wire s, l, t;
  buffer share(a, s), limit(a, l), triple(a, t);
  flop ff(clk, d, en);
  initial begin
    $sdf_annotate(`FILE, , , , "MAXIMUM", "1.0:1.0:2.0", "FROM_MTM");
    #30 $monitor("%0d: %b %b %b %b", $time, a, s, l, t);
    #20 a = 1; #3 a = 0;
    #47 a = 1; #7 a = 0;
    #43 $monitoroff;
    d = 1;
    #7 clk = 1;
    #14 clk = 0;
    d = 0;
    #11 clk = 1;
    #13 clk = 0;
    #10 $finish(0);
  end
endmodule
// Times are twice those of the file: limits of 3 and 6 of 10, of 4, of 2 and 8 of 16.
// CHECK: 30: 0 0 0 0
// CHECK-NEXT: 50: 1 0 0 0
// CHECK-NEXT: 53: 0 0 0 0
// CHECK-NEXT: 60: 0 x 0 0
// CHECK-NEXT: 63: 0 0 0 0
// CHECK-NEXT: 66: 0 0 0 x
// CHECK-NEXT: 69: 0 0 0 0
// CHECK-NEXT: 100: 1 0 0 0
// CHECK-NEXT: 107: 0 0 0 0
// CHECK-NEXT: 110: 0 1 1 0
// CHECK-NEXT: 116: 0 1 1 x
// CHECK-NEXT: 117: 0 0 0 x
// CHECK-NEXT: 123: 0 0 0 0
// ERR: sdf-limits.sv:14:5: warning: timing violation: $setuphold of clk at 157 ns and d at 150 ns, limit 8 ns
// ERR: sdf-limits.sv:15:5: warning: timing violation: $setuphold of clk at 182 ns and d at 171 ns, limit 12 ns
// ERR: sdf-limits.sv:16:5: warning: timing violation: $width of clk at 182 ns and 195 ns, limit 14 ns
