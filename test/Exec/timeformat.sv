// $timeformat and %t: default format, units, precision, suffix, width
// (IEEE 1800-2023 20.4.3).
// RUN: %run-tiers %s | FileCheck %s --match-full-lines --strict-whitespace
`timescale 1ns / 1ps
module other;
  initial begin
    #7;
    $display("[%0t]", $time);
    $printtimescale;
  end
endmodule
`timescale 10ns / 1ns
module test;
  other o();
  initial begin
    #0.25;
    // By default: in the smallest precision of the design, 20 characters.
    //      CHECK:[                3000]
    // CHECK-NEXT:[3000]
    $display("[%t]", $realtime);
    $display("[%0t]", $realtime);
    #0.25;
    // CHECK-NEXT:[   6.00 ns]
    // CHECK-NEXT:[6.00 ns]
    $timeformat(-9, 2, " ns", 10);
    $display("[%t]", $realtime);
    $display("[%0t]", $realtime);
    // CHECK-NEXT:[7.00 ns]
    // CHECK-NEXT:Time scale of (test.o) is 1ns / 1ps
    #1;
    // CHECK-NEXT:[        0.016us]
    $timeformat(-6, 3, "us", 15);
    $display("[%t]", $realtime);
    // CHECK-NEXT:[0.020us]
    $display("[%0t]", 2);
    // CHECK-NEXT:Time scale of (test) is 10ns / 1ns
    $printtimescale;
    $finish;
  end
endmodule
