// Producer and consumer in step by events, wait and shared variables.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  event filled, taken;
  logic full = 0;
  int box, sum = 0, got = 0;
  int log[0:15];
  initial begin : producer
    for (int i = 1; i <= 6; i = i + 1) begin
      wait (!full);
      #(i % 3) box = i * i;
      full = 1;
      -> filled;
    end
  end
  initial begin : consumer
    repeat (6) begin
      wait (full);
      #2;
      log[got] = box;
      got = got + 1;
      sum = sum + box;
      full = 0;
      -> taken;
    end
    `check(got, 6)
    `check(sum, 91)
    `check(log[0], 1)
    `check(log[5], 36)
    `check($time, 64'd18)
    `done
  end
endmodule
