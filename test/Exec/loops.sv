// for, foreach, repeat, while, do while, forever (IEEE 1800-2023 12.7).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int sum, n, k;
  integer unknown;
  int matrix[2][3];
  logic [3:0] bits;
  initial begin
    sum = 0;
    for (int i = 1; i <= 4; i = i + 1) sum = sum * 10 + i;
    `check(sum, 1234)
    sum = 0;
    for (k = 10; k > 0; k = k - 3) sum = sum + k;
    `check(sum, 22)
    `check(k, -2)
    sum = 0;
    for (int i = 5; i < 5; i = i + 1) sum = sum + 1;
    `check(sum, 0)
    n = 0;
    repeat (7) n = n + 1;
    `check(n, 7)
    repeat (-3) n = n + 1;
    `check(n, 7)
    unknown = 'x;
    repeat (unknown) n = n + 1;
    `check(n, 7)
    // The count is read once.
    k = 3;
    repeat (k) k = k + 1;
    `check(k, 6)
    while (n > 3) n = n - 1;
    `check(n, 3)
    while (unknown) n = n + 1;
    `check(n, 3)
    do n = n + 1; while (n < 3);
    `check(n, 4)
    foreach (matrix[i, j]) matrix[i][j] = 10 * i + j;
    `check(matrix[1][2], 12)
    sum = 0;
    foreach (matrix[i]) sum = sum + matrix[i][0];
    `check(sum, 10)
    begin : endless
      forever begin
        #1 n = n + 1;
        if (n == 10) disable endless;
      end
    end
    `check($time, 64'd6)
    bits = 0;
    for (int i = 0; i < 16; i = i + 1) bits = bits + 1;  // the body wraps, not i
    `check(bits, 4'd0)
    `done
  end
endmodule
