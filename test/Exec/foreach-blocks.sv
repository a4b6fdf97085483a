// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// Named blocks and forks inside foreach see its loop variable (IEEE 1800-2023
// 12.7.3: the loop variable is local to the loop).
`include "check.svh"
module foreach_blocks;
  int errors = 0;
  int arr[3], sum, product = 1, forked;
  initial begin
    foreach (arr[k]) arr[k] = k + 2;
    foreach (arr[k]) begin : each
      begin : inner
        int twice;
        twice = 2 * k;
        sum += twice + arr[k];
      end
    end
    `check(sum, 15)
    foreach (arr[i]) begin
      begin : outer
        foreach (arr[j]) begin : nested
          if (i == j) product *= arr[j];
        end
      end
    end
    `check(product, 24)
    foreach (arr[k])
      fork
        forked += arr[k];
      join
    `check(forked, 9)
    `done
  end
endmodule
