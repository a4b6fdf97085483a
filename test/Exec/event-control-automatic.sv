// Event controls and wait on variables of an automatic task, by the branches of its
// fork (IEEE 1800-2023 9.4.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer seen = 0;
  task automatic watch(input integer n, output integer f);
    integer v;
    reg ready;
    ready = 0;
    fork
      begin
        #(n) v = n;
        #1 ready = 1;
        f = n + 1;
      end
      begin
        @v seen = seen + v;
        wait (ready) seen = seen + 100;
      end
    join
  endtask
  integer r, s;
  initial begin
    fork
      watch(3, r);
      watch(5, s);
    join
    `check(r, 4)
    `check(s, 6)
    `check(seen, 208)
    `check($time, 64'd6)
    `done
  end
endmodule
