// Associative arrays with structures and arrays as keys (IEEE 1800-2023 7.8.5).
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s 2> %t.err | FileCheck %s --implicit-check-not=FAIL
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// CHECK: '{'{x:-1, y:"b"}:5, '{x:2, y:"a"}:3, '{x:2, y:"b"}:4}
// CHECK-NEXT: '{'{}:0, '{1}:1, '{1, 2}:2, '{3}:3}
// CHECK-NEXT: '{'{1, 2}:"one", '{2, 0}:"two"}
// CHECK-NEXT: '{'{b:1, i:'{-7:3}, s:'{"x":2}}:20, '{b:1, i:'{7:3}, s:'{"x":2}}:10}
// CHECK: {{^PASS$}}
// ERR: an index of unknown bits in an associative array
`include "check.svh"
module test;
  int errors = 0;
  typedef struct { int x; string y; } pair;
  typedef struct { logic [3:0] v[2]; pair p; } nested;
  int byPair[pair];
  typedef int int_queue[$];
  int byQueue[int_queue];
  typedef byte two[2];
  string byArray[two];
  int byNested[nested];
  pair k, keys[$];
  nested n;
  int_queue q;
  int sum = 0;
  string order = "";

  typedef struct {
    byte b;
    int i[int];
    int s[string];
  } table_t;
  int byTable[table_t];
  table_t row, found;
  initial begin
    byPair['{2, "a"}] = 3;
    k.x = 2; k.y = "b";
    byPair[k] = 4;
    byPair['{-1, "b"}] = 5;
    `check(byPair.size(), 3)
    `check(byPair['{2, "a"}], 3)
    `check(byPair.exists(k), 1)
    k.x = 9;
    `check(byPair.exists(k), 0)
    $display("%p", byPair);
    foreach (byPair[i]) begin
      sum += i.x;
      order = {order, i.y};
    end
    `check(sum, 3)
    `checkString(order, "bab")
    `check(byPair.first(k), 1)
    `check(k.x, -1)
    `check(byPair.next(k), 1)
    `checkString(k.y, "a")
    `check(byPair.last(k), 1)
    `checkString(k.y, "b")
    `check(byPair.next(k), 0)
    `check(byPair.prev(k), 1)
    keys = byPair.find_index with (item > 3);
    `check(keys.size(), 2)
    `check(keys[0].x, -1)
    `check(keys[1].x, 2)
    byPair.delete('{2, "a"});
    `check(byPair.num(), 2)

    byQueue[q] = 0;
    q = '{1, 2};
    byQueue[q] = 2;
    q = '{3};
    byQueue[q] = 3;
    byQueue['{1}] = 1;
    q.push_front(1);
    `check(byQueue.exists(q), 0)
    void'(q.pop_front());
    `check(byQueue[q], 3)
    $display("%p", byQueue);

    byArray['{1, 2}] = "one";
    byArray['{2, 0}] = "two";
    $display("%p", byArray);

    n.v = '{4'd1, 4'd2};
    n.p = '{5, "c"};
    byNested[n] = 6;
    n.v[1] = 3;
    byNested[n]++;
    `check(byNested.size(), 2)
    n.v[1] = 4'b1x00;
    `check(byNested.exists(n), 0)
    byNested[n] = 1;
    `check(byNested.size(), 2)
    row.b = 1;
    row.i[7] = 3;
    row.s["x"] = 2;
    byTable[row] = 10;
    row.i.delete(7);
    `check(byTable.exists(row), 0)
    row.i[-7] = 3;
    byTable[row] = 20;
    row.i.delete(-7);
    row.i[7] = 3;
    `check(byTable[row], 10)
    `check(byTable.first(found), 1)
    `check(found.i[-7], 3)
    `check(found.s["x"], 2)
    `check(found.s.num(), 1)
    `check(byTable[found], 20)
    $display("%p", byTable);
    `done
  end
endmodule
