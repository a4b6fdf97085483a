// $display, $write, $strobe and $monitor: when they print, $monitoron and
// $monitoroff (IEEE 1800-2023 21.2).
// RUN: %run-tiers %s | FileCheck %s --match-full-lines --strict-whitespace
module test;
  logic [3:0] a = 0, b = 0;
  initial begin
    //      CHECK:display 0 0
    // CHECK-NEXT:no newline, 0
    $display("display %0d %0d", a, b);
    $write("no newline, ");
    $write("%0d\n", a);
    // CHECK-NEXT:display after strobe: 1
    // CHECK-NEXT:strobe a=2 b=7
    $strobe("strobe a=%0d b=%0d", a, b);
    a = 1;
    $display("display after strobe: %0d", a);
    a = 2;
    b <= 7;
    #1;
    // A monitor prints at the end of the step in which it is set, then at the end
    // of each step with a change; $time alone is no change.
    // CHECK-NEXT:1 monitor 2 7
    // CHECK-NEXT:3 monitor 5 7
    // CHECK-NEXT:4 monitor 5 8
    $monitor("%0t monitor %0d %0d", $time, a, b);
    #1;
    #1 a = 4;
    a = 5;
    #1 b <= 8;
    #2;
    $monitoroff;
    a = 9;
    #1;
    // CHECK-NEXT:7 monitor 9 8
    $monitoron;
    #1;
    // CHECK-NEXT:8 other 8
    // CHECK-NEXT:9 other 3
    $monitor("%0t other %0d", $time, b);
    #1 b = 3;
    a = 0;
    #1;
    // CHECK-NEXT:multiple: 3 hex 0b oct 13
    $display("multiple: ", b[1:0], " hex %h", 8'd11, " oct %0o", 6'd11);
    // CHECK-NEXT:b=0011
    // CHECK-NEXT:h=3
    $displayb("b=", b);
    $writeh("h=", b, "\n");
    $finish;
  end
endmodule
