// $q_initialize, $q_add, $q_remove, $q_full, $q_exam (IEEE 1800-2023 20.15).
// RUN: %run-tiers -I %S/../Exec/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer status, job, inform, value;
  initial begin
    $q_add(1, 1, 1, status);
    `check(status, 2)
    $q_initialize(1, 3, 5, status);
    `check(status, 4)
    $q_initialize(1, 1, 0, status);
    `check(status, 5)
    $q_initialize(1, 1, 2, status);
    `check(status, 0)
    $q_initialize(1, 1, 2, status);
    `check(status, 6)
    $q_exam(1, 6, value, status);
    `check(value, 'x)
    $q_add(1, 10, 100, status);
    #4 $q_add(1, 20, 200, status);
    `check($q_full(1, status), 1)
    $q_add(1, 30, 300, status);
    `check(status, 1)
    $q_exam(1, 2, value, status);
    `check(value, 4)
    #2 $q_remove(1, job, inform, status);
    `check(job, 10)
    `check(inform, 100)
    $q_exam(1, 4, value, status);
    `check(value, 6)
    $q_exam(1, 6, value, status);
    `check(value, 4)
    $q_remove(1, job, inform, status);
    `check(job, 20)
    $q_remove(1, job, inform, status);
    `check(status, 3)
    $q_initialize(2, 2, 9, status);
    $q_add(2, 1, 1, status);
    $q_add(2, 2, 2, status);
    $q_remove(2, job, inform, status);
    `check(job, 2)
    `done
  end
endmodule
