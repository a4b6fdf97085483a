// Assignment operators, increment and decrement (IEEE 1800-2023 11.4.1, 11.4.2).
// No oracle: Icarus Verilog 11 has no increment within expressions.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int i, j, calls = 0;
  logic [7:0] a;
  logic [3:0] n;
  int m[4];
  function automatic int index();
    calls++;
    return 2;
  endfunction
  initial begin
    i = 10;
    i += 5; `check(i, 15)
    i -= 3; `check(i, 12)
    i *= 2; `check(i, 24)
    i /= 5; `check(i, 4)
    i %= 3; `check(i, 1)
    i |= 6; `check(i, 7)
    i &= 5; `check(i, 5)
    i ^= 3; `check(i, 6)
    i <<= 4; `check(i, 96)
    i >>= 1; `check(i, 48)
    i = -16;
    i >>>= 2; `check(i, -4)
    i <<<= 1; `check(i, -8)
    i = 5;
    j = i++; `check(j, 5) `check(i, 6)
    j = ++i; `check(j, 7) `check(i, 7)
    j = i--; `check(j, 7) `check(i, 6)
    j = --i; `check(j, 5) `check(i, 5)
    n = 15;
    n++; `check(n, 4'd0)
    --n; `check(n, 4'd15)
    a = 8'hff;
    a[3:0] += 1; `check(a, 8'hf0)
    a[7:4] ^= 4'b0101; `check(a, 8'ha0)
    // The left-hand side is evaluated once.
    m[2] = 7;
    m[index()] += 3;
    `check(m[2], 10)
    `check(calls, 1)
    m[index()]++;
    `check(m[2], 11)
    `check(calls, 2)
    // An assignment in parentheses is an expression.
    j = (i = 9) + 1;
    `check(i, 9)
    `check(j, 10)
    `done
  end
endmodule
