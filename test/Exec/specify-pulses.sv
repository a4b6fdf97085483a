// Pulses: limits by PATHPULSE$, on event and on detect, cancelled ones shown (IEEE 1800-2023 30.7).
// RUN: %run-tiers %s | FileCheck %s
`timescale 1ns / 1ns
module plain(input a, output y);
  assign y = a;
  specify
    (a => y) = 10;
  endspecify
endmodule
module limited(input a, output y);
  assign y = a;
  specify
    specparam PATHPULSE$ = (3, 7);
    (a => y) = 10;
  endspecify
endmodule
module detect(input a, b, output y, output z);
  assign y = a, z = b;
  specify
    specparam PATHPULSE$a$y = (3, 7);
    pulsestyle_ondetect y;
    (a => y) = 10;
    (b => z) = 10;
  endspecify
endmodule
// Rises late and falls early: the end of a pulse of 3 comes before its begin.
module hidden(input a, output y);
  assign y = a;
  specify
    (a => y) = (10, 4);
  endspecify
endmodule
module shown(input a, output y);
  assign y = a;
  specify
    showcancelled y;
    (a => y) = (10, 4);
  endspecify
endmodule
module atonce(input a, output y);
  assign y = a;
  specify
    showcancelled y;
    pulsestyle_ondetect y;
    (a => y) = (10, 4);
  endspecify
endmodule
module test;
  reg a = 0;
  wire p, l, d, z, h, s, o;
  plain u1(a, p);
  limited u2(a, l);
  detect u3(a, a, d, z);
  hidden u4(a, h);
  shown u5(a, s);
  atonce u6(a, o);
  initial begin
    $monitor("%0d: a=%b | %b %b %b %b | %b %b %b", $time, a, p, l, d, z, h, s, o);
    #50 a = 1; #2 a = 0;
    #50 a = 1; #3 a = 0;
    #50 a = 1; #6 a = 0;
    #50 a = 1; #7 a = 0;
    #50 a = 1; #10 a = 0;
    #50 $finish(0);
  end
endmodule
// CHECK: 0: a=0 | x x x x | x x x
// CHECK-NEXT: 4: a=0 | x x x x | 0 0 0
// CHECK-NEXT: 10: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 50: a=1 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 52: a=0 | 0 0 0 0 | 0 0 x
// CHECK-NEXT: 56: a=0 | 0 0 0 0 | 0 x x
// CHECK-NEXT: 60: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 102: a=1 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 105: a=0 | 0 0 x 0 | 0 0 x
// CHECK-NEXT: 109: a=0 | 0 0 x 0 | 0 x x
// CHECK-NEXT: 112: a=0 | 0 x x 0 | 0 0 0
// CHECK-NEXT: 115: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 155: a=1 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 161: a=0 | 0 0 x 0 | 0 0 0
// CHECK-NEXT: 165: a=0 | 0 x x 0 | 0 0 0
// CHECK-NEXT: 171: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 211: a=1 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 218: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 221: a=0 | 0 1 1 0 | 0 0 0
// CHECK-NEXT: 228: a=0 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 268: a=1 | 0 0 0 0 | 0 0 0
// CHECK-NEXT: 278: a=0 | 1 1 1 1 | 1 1 1
// CHECK-NEXT: 282: a=0 | 1 1 1 1 | 0 0 0
// CHECK-NEXT: 288: a=0 | 0 0 0 0 | 0 0 0
