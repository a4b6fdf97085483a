// return, break and continue (IEEE 1800-2023 12.8).
// No oracle: Icarus Verilog 11 has no break and continue.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic int firstAbove(input int limit);
    for (int i = 0; i < 100; i++)
      if (i * i > limit) return i;
    return -1;
  endfunction
  task automatic waitUntil(input int limit, output int got);
    forever begin
      #1 got = $time;
      if ($time >= limit) return;
    end
  endtask
  int n, sum;
  initial begin
    `check(firstAbove(50), 8)
    `check(firstAbove(100000), -1)
    waitUntil(7, n);
    `check(n, 7)
    sum = 0;
    for (int i = 0; i < 10; i++) begin
      if (i == 3) continue;
      if (i == 6) break;
      sum += i;
    end
    `check(sum, 12)
    n = 0;
    while (1) begin
      n++;
      if (n == 5) break;
    end
    `check(n, 5)
    n = 0; sum = 0;
    do begin
      n++;
      if (n % 2) continue;  // goes to the condition
      sum += n;
    end while (n < 6);
    `check(sum, 12)
    n = 0;
    repeat (10) begin
      n++;
      if (n == 4) break;
    end
    `check(n, 4)
    // break leaves the innermost loop only.
    sum = 0;
    for (int i = 0; i < 3; i++)
      for (int j = 0; j < 3; j++) begin
        if (j > i) break;
        sum += 10 * i + j;
      end
    `check(sum, 0 + 10 + 11 + 20 + 21 + 22)
    sum = 0;
    foreach (n[b]) begin
      if (b == 30) continue;
      if (b == 2) break;
      sum++;
    end
    `check(sum, 28)
    `done
  end
endmodule
