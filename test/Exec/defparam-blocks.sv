// Defparams for parameters of named blocks and tasks (IEEE 1800-2023 23.10.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module child;
  integer a, b, c;
  task work;
    parameter p = 1;
    b = p;
  endtask
  initial begin : outer
    parameter p = 10;
    a = p;
    begin : inner
      parameter p = 100;
      c = p;
    end
    work;
  end
endmodule
module test;
  integer errors = 0;
  child plain();
  child changed();
  defparam changed.outer.p = 11, changed.work.p = 2;
  defparam changed.outer.inner.p = 101;
  initial begin
    #1;
    `check(plain.a, 10)
    `check(plain.b, 1)
    `check(plain.c, 100)
    `check(changed.a, 11)
    `check(changed.b, 2)
    `check(changed.c, 101)
    `done
  end
endmodule
