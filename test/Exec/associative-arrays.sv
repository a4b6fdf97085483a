// Associative arrays: keys of all kinds and their order, methods, defaults, missing elements,
// copies (IEEE 1800-2023 7.8, 7.9).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// CHECK-DAG: warning: no element 77 in an associative array
// CHECK-DAG: warning: no element "none" in an associative array
// CHECK-DAG: warning: an index of unknown bits in an associative array
`include "check.svh"
module test;
  int errors = 0;
  int byName[string];
  int bySigned[int];
  bit [7:0] byByte[bit [7:0]];
  string byWide[bit [99:0]];
  logic [3:0] any[*];
  logic [7:0] four[logic [3:0]];
  int lists[string][$];
  int nested[int][int];
  int withDefault[string] = '{"one": 1, "two": 2, default: -1};
  typedef enum { RED, GREEN } color;
  int byColor[color];
  typedef struct { int x; string s; } item;
  item items[int];
  string s;
  int k, n;
  shortint narrow;
  logic [3:0] xx = 'x;

  function automatic int sum(int table_[string]);
    foreach (table_[i]) sum += table_[i];
    table_["gone"] = 1;
  endfunction

  initial begin
    byName["b"] = 2;
    byName["a"] = 1;
    byName["c"] = 3;
    byName["b"] += 20;
    byName["d"]++;
    `check(byName.num(), 4)
    `check(byName.size(), 4)
    `check(byName["b"], 22)
    `check(byName["d"], 1)
    `check(byName.exists("a"), 1)
    `check(byName.exists("x"), 0)
    `check(byName["none"], 0)
    `check(byName.num(), 4)
    s = "";
    foreach (byName[i]) s = {s, i};
    `checkString(s, "abcd")
    `check(byName.first(s), 1)
    `checkString(s, "a")
    `check(byName.next(s), 1)
    `checkString(s, "b")
    `check(byName.last(s), 1)
    `checkString(s, "d")
    `check(byName.prev(s), 1)
    `checkString(s, "c")
    s = "d";
    `check(byName.next(s), 0)
    `checkString(s, "d")
    byName.delete("c");
    `check(sum(byName), 24)
    `check(byName.num(), 3)
    `checkString($sformatf("%p", byName), "'{\"a\":1, \"b\":22, \"d\":1}")
    bySigned[5] = 50;
    bySigned[-3] = -30;
    bySigned[0] = 7;
    s = "";
    foreach (bySigned[i]) s = {s, $sformatf("%0d ", i)};
    `checkString(s, "-3 0 5 ")
    `check(bySigned[77], 0)
    `check(bySigned.first(narrow), -1)
    `check(narrow, -3)
    byByte[200] = 1;
    byByte[100] = 2;
    n = 0;
    foreach (byByte[i]) n = n * 1000 + i;
    `check(n, 100200)
    byWide[100'd1 << 80] = "big";
    byWide[3] = "small";
    s = "";
    foreach (byWide[i]) s = {s, byWide[i], $sformatf("%0h ", i)};
    `checkString(s, "small3 big100000000000000000000 ")
    any[4'd3] = 1;
    any[40'd3] = 2;
    `check(any.num(), 1)
    `check(any[3], 2)
    byColor[GREEN] = 3;
    byColor[RED] = 4;
    n = 0;
    foreach (byColor[c]) n = n * 10 + byColor[c];
    `check(n, 43)
    four[xx] = 1;
    `check(four.num(), 0)
    // Many keys, deleted while a loop is at them.
    bySigned.delete();
    for (int i = 0; i < 1000; i++) bySigned[(i * 7919) % 1000] = i;
    `check(bySigned.num(), 1000)
    k = -1;
    foreach (bySigned[i]) begin
      if (i != k + 1) begin $display("FAIL order %0d", i); errors++; end
      k = i;
      if (i % 2) bySigned.delete(i);
    end
    `check(bySigned.num(), 500)
    bySigned[501] = 1;
    k = 500;
    `check(bySigned.next(k), 1)
    `check(k, 501)
    for (int i = 0; i < 1000; i++) if (bySigned.exists(i) != (i % 2 == 0 || i == 501)) errors++;
    // Elements that are arrays, copies, defaults.
    lists["x"].push_back(1);
    lists["x"].push_back(2);
    lists["y"] = '{3};
    `checkString($sformatf("%p", lists), "'{\"x\":'{1, 2}, \"y\":'{3}}")
    nested[1][2] = 12;
    nested[1][1] = 11;
    nested[0][9] = 9;
    n = 0;
    foreach (nested[i, j]) n = n * 100 + nested[i][j];
    `check(n, 91112)
    items[4].s = "four";
    items[4].x = 4;
    `checkString(items[4].s, "four")
    begin
      automatic int copy[string] = byName;
      copy["a"] = 100;
      `check(byName["a"], 1)
      `check(copy["a"], 100)
      `check(copy == byName, 1'b0)
      copy["a"] = 1;
      `check(copy == byName, 1'b1)
    end
    `check(withDefault["two"], 2)
    `check(withDefault["three"], -1)
    `check(withDefault.num(), 2)
    withDefault["three"] += 5;
    `check(withDefault["three"], 4)
    if (errors == 0) $display("PASS");
  end
endmodule
