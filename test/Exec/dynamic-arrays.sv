// Dynamic arrays: new[], size, delete, elements of all kinds, assignment between arrays of
// fixed and variable size, elements that do not exist (IEEE 1800-2023 7.4.5, 7.5, 7.6).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// CHECK-DAG: warning: index 9 in a read of a dynamic array of 3 elements
// CHECK-DAG: warning: index -1 in a write to a dynamic array of 3 elements
// CHECK-DAG: warning: an index of unknown bits in a read of a dynamic array
`include "check.svh"
module test;
  int errors = 0;
  int a[], b[];
  logic [7:0] four[];
  logic [99:0] wide[];
  bit [99:0] wide2[];
  string names[];
  real r[];
  int grid[][];
  int fixed[3];
  typedef struct { int x; string s; int list[]; } item;
  item items[], one;
  byte bytes[] = '{8'h41, 8'h42};
  typedef int list_t[];
  int unknown_index;
  logic [3:0] xx = 'x;

  function automatic list_t upto(int n);
    upto = new[n];
    foreach (upto[i]) upto[i] = i;
  endfunction
  function automatic int total(int v[]);
    foreach (v[i]) total += v[i];
    v = new[1];
    v[0] = 99;
  endfunction
  function automatic void twice(ref int v[]);
    foreach (v[i]) v[i] *= 2;
  endfunction
  task automatic fill(output int v[], input int n);
    v = new[n];
    foreach (v[i]) v[i] = 5;
  endtask

  initial begin
    `check(a.size(), 0)
    a = new[4];
    `check(a.size(), 4)
    `check(a[3], 0)
    foreach (a[i]) a[i] = i + 1;
    b = a;
    b[0] = 100;
    `check(a[0], 1)
    `check(b[0], 100)
    `check(a == b, 1'b0)
    b[0] = 1;
    `check(a == b, 1'b1)
    a = new[6](a);
    `check(a.size(), 6)
    `check(a[3], 4)
    `check(a[5], 0)
    b = new[4]('{8, 9});
    `checkString($sformatf("%p", b), "'{8, 9, 0, 0}")
    a = new[2](a);
    `check(a.size(), 2)
    `check(a[1], 2)
    four = new[3];
    if (four[1] !== 8'hxx) begin $display("FAIL x"); errors++; end
    four[1] = 8'h1z;
    if (four[1] !== 8'h1z) begin $display("FAIL z"); errors++; end
    four[1][7:4] = 4'h5;
    if (four[1] !== 8'h5z) begin $display("FAIL part"); errors++; end
    wide = new[2];
    wide2 = new[2];
    wide[1] = {100{1'b1}};
    wide2[1] = wide[1] >> 4;
    `check(wide2[1], {4'b0, {96{1'b1}}})
    names = new[2];
    `checkString(names[0], "")
    names[1] = "abc";
    names[0] = {names[1], "d"};
    `checkString(names[0], "abcd")
    r = new[2];
    r[1] = 2.5;
    `checkReal(r[0] + r[1], 2.5)
    grid = new[3];
    foreach (grid[i]) begin
      grid[i] = new[i + 1];
      foreach (grid[i][j]) grid[i][j] = 10 * i + j;
    end
    `check(grid[2].size(), 3)
    `check(grid[2][1], 21)
    unknown_index = 0;
    foreach (grid[i, j]) unknown_index += grid[i][j];
    `check(unknown_index, 0 + 10 + 11 + 20 + 21 + 22)
    items = new[2];
    items[1].x = 3;
    items[1].s = "three";
    items[1].list = new[2];
    items[1].list[1] = 7;
    one = items[1];
    one.list[1] = 8;
    `check(items[1].list[1], 7)
    `check(one.list[1], 8)
    `checkString(one.s, "three")
    items[0] = one;
    `check(items[0].list[1], 8)
    // Arrays of fixed size (7.6).
    fixed = '{1, 2, 3};
    a = fixed;
    `check(a.size(), 3)
    a[1] = 20;
    fixed = a;
    `check(fixed[1], 20)
    // Elements that do not exist.
    `check(a[9], 0)
    a[-1] = 5;
    if (four[xx] !== 8'hxx) begin $display("FAIL xx"); errors++; end
    // Subroutines.
    `check(total(upto(5)), 10)
    `check(total(a), 24)
    `check(a.size(), 3)
    twice(a);
    `check(a[1], 40)
    fill(b, 2);
    `check(b.size(), 2)
    `check(b[1], 5)
    a = upto(3);
    `check(a[2], 2)
    a.delete();
    `check(a.size(), 0)
    `check($size(b), 2)
    `check($high(b), 1)
    `check($bits(b), 64)
    begin
      automatic int local_array[] = '{4, 5, 6};
      automatic list_t copy = local_array;
      local_array[0]++;
      `check(local_array[0], 5)
      `check(copy[0], 4)
    end
    `checkString($sformatf("%p", copyof()), "'{1, 2}")
    `checkString($sformatf("%s", bytes), "AB")
    if (errors == 0) $display("PASS");
  end
  function automatic list_t copyof();
    return '{1, 2};
  endfunction
endmodule
