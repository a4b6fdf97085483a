// Declarations in blocks, hiding, loop variables, automatic tasks running twice at
// once (IEEE 1800-2023 6.21, 23.9).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int x = 1, p, q;
  task automatic each(input int n, output int r);
    int own;
    own = n;
    #(n) own = own + 1;
    #10;
    r = own;
  endtask
  initial begin : outer
    int x;
    x = 2;
    begin : inner
      int x;
      x = 3;
      `check(x, 3)
      `check(outer.x, 2)
      `check(test.x, 1)
    end
    `check(x, 2)
    `check(inner.x, 3)  // a static variable stays
    for (int x = 10; x < 12; x = x + 1) begin
      int y;
      y = x;
      `check(y, x)
    end
    `check(x, 2)
    fork
      each(1, p);
      each(5, q);
    join
    `check(p, 2)
    `check(q, 6)
    `done
  end
endmodule
