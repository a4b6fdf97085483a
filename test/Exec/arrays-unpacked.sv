// Unpacked arrays: whole assignment, slices, comparison, patterns, several
// dimensions, query functions (IEEE 1800-2023 7.4, 7.6, 10.9.1, 20.7).
// No oracle: Icarus Verilog 11 assigns elements only.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int a[4], b[4], m[2][3];
  logic [7:0] mem[0:7], part[0:3];
  int down[3:0];
  typedef int triple[3];
  triple t;
  function automatic int total(input int v[4]);
    total = 0;
    foreach (v[i]) total += v[i];
  endfunction
  function automatic triple make(input int first);
    return '{first, first + 1, first + 2};
  endfunction
  initial begin
    a = '{1, 2, 3, 4};
    b = a;
    b[0] = 9;
    `check(a[0], 1)
    `check(a == b, 1'b0)
    b[0] = 1;
    `check(a == b, 1'b1)
    a = '{default: 7};
    `check(a[3], 7)
    a = '{1: 5, default: 0};
    `check(a[1], 5)
    `check(a[2], 0)
    a = '{4{3}};
    `check(total(a), 12)
    m = '{'{1, 2, 3}, '{4, 5, 6}};
    `check(m[1][0], 4)
    m[0] = m[1];
    `check(m[0][2], 6)
    down = '{1, 2, 3, 4};  // the left-most element is [3]
    `check(down[3], 1)
    a = down;  // by position, not by index
    `check(a[0], 1)
    `check(a[3], 4)
    foreach (mem[i]) mem[i] = i * 16;
    part = mem[2:5];
    `check(part[0], 8'h20)
    `check(part[3], 8'h50)
    mem[0:3] = part;
    `check(mem[3], 8'h50)
    `check(mem[8], 8'bx)
    t = make(5);
    `check(t[2], 7)
    `check($size(m), 2)
    `check($size(m, 2), 3)
    `check($dimensions(mem), 2)
    `check($unpacked_dimensions(mem), 1)
    `check($left(down), 3)
    `check($right(down), 0)
    `check($low(down), 0)
    `check($high(mem), 7)
    `check($increment(down), 1)
    `check($increment(mem), -1)
    `check($bits(m), 192)
    `done
  end
endmodule
