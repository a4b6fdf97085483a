// Queues: methods, $, slices, growth at both ends, bounds, elements of all kinds
// (IEEE 1800-2023 7.10).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// CHECK-DAG: warning: pop of an empty queue
// CHECK-DAG: warning: index 7 in a read of a queue of 3 elements
// CHECK-DAG: warning: index 5 in a write to a queue of 3 elements
// CHECK-DAG: warning: insert at index 9 of a queue of 3 elements
// CHECK-DAG: warning: delete of index 9 of a queue of 3 elements
// CHECK-DAG: warning: an element behind [2] is dropped by a bounded queue
`include "check.svh"
module test;
  int errors = 0;
  int q[$], p[$];
  int bounded[$:2];
  string words[$] = '{"a", "b"};
  typedef struct { int x; logic [3:0] y; string s; } pair;
  pair pairs[$], last;
  int deep[$][$];
  logic [70:0] wide[$];
  int fixed[2];
  int expected, x;
  typedef int ints[$];

  initial begin
    `check(q.size(), 0)
    for (int i = 0; i < 5; i++) q.push_back(i);
    q.push_front(-1);
    `check(q.size(), 6)
    `check(q[0], -1)
    `check(q[$], 4)
    `check(q[$ - 1], 3)
    `check(q.pop_front(), -1)
    `check(q.pop_back(), 4)
    `check(q.size(), 4)
    q.insert(0, 50);
    q.insert(5, 60);
    q.insert(2, 70);
    `checkString($sformatf("%p", q), "'{50, 0, 70, 1, 2, 3, 60}")
    q.delete(2);
    q.delete(0);
    `checkString($sformatf("%p", q), "'{0, 1, 2, 3, 60}")
    q[$ + 1] = 61;
    q[q.size()] = 62;
    `check(q.size(), 7)
    p = q[1:3];
    `checkString($sformatf("%p", p), "'{1, 2, 3}")
    p = q[5:$];
    `checkString($sformatf("%p", p), "'{61, 62}")
    p = q[3:1];
    `check(p.size(), 0)
    p = q[1+:2];
    `checkString($sformatf("%p", p), "'{1, 2}")
    p = q;
    p[0] = 9;
    `check(q[0], 0)
    q = {};
    `check(q.size(), 0)
    `check(q.pop_front(), 0)
    // Inserting and removing at both ends; a model counts along.
    begin
      automatic int first = 0, next = 0;
      for (int i = 0; i < 2000; i++) begin
        q.push_back(next++);
        if (i % 3 != 0) begin
          x = q.pop_front();
          if (x != first) begin $display("FAIL %0d is not %0d", x, first); errors++; end
          first++;
        end
      end
      `check(q.size(), next - first)
      `check(q[0], first)
      `check(q[$], next - 1)
      foreach (q[i]) if (q[i] != first + i) errors++;
      for (int i = 0; i < 1000; i++) begin
        q.push_front(first - 1 - i);
        if (i % 2) void'(q.pop_back());
      end
      foreach (q[i]) if (q[i] != first - 1000 + i) errors++;
      `check(errors, 0)
    end
    // Bounds.
    bounded = '{1, 2, 3};
    bounded.push_back(4);
    `checkString($sformatf("%p", bounded), "'{1, 2, 3}")
    bounded.push_front(0);
    `checkString($sformatf("%p", bounded), "'{0, 1, 2}")
    `check(bounded[7], 0)
    bounded[5] = 1;
    p = '{1, 2, 3};
    p.insert(9, 1);
    p.delete(9);
    // Other elements.
    words.push_back("c");
    words = {words, "d"};
    words = {"0", words};
    `checkString($sformatf("%p", words), "'{\"0\", \"a\", \"b\", \"c\", \"d\"}")
    `checkString(words.pop_back(), "d")
    last.x = 1;
    last.y = 4'b1x0z;
    last.s = "one";
    pairs.push_back(last);
    last.s = "two";
    pairs.push_front(last);
    pairs[1].x++;
    `check(pairs[1].x, 2)
    `checkString(pairs[1].s, "one")
    last = pairs.pop_front();
    `checkString(last.s, "two")
    if (last.y !== 4'b1x0z) errors++;
    pairs.push_back(pairs[0]);
    `checkString(pairs[1].s, "one")
    deep.push_back('{1, 2});
    deep.push_back('{});
    deep[1].push_back(5);
    deep[1][$ + 1] = 6;
    deep.push_back(deep[1]);
    deep[2][0] = 50;
    `checkString($sformatf("%p", deep), "'{'{1, 2}, '{5, 6}, '{50, 6}}")
    `check(deep[1].pop_front(), 5)
    x = 0;
    foreach (deep[i, j]) x += deep[i][j];
    `check(x, 1 + 2 + 6 + 50 + 6)
    wide.push_back({71{1'b1}});
    wide.push_front('x);
    `check(wide[1], {71{1'b1}})
    if (wide[0] !== 'x) errors++;
    fixed = '{7, 8};
    q = fixed;
    `check(q[1], 8)
    q = {fixed, 9, p};
    `checkString($sformatf("%p", q), "'{7, 8, 9, 1, 2, 3}")
    `check(q == ints'{7, 8, 9, 1, 2, 3}, 1'b1)
    `check(q != p, 1'b1)
    `check(3 inside {q}, 1'b1)
    `check(4 inside {q}, 1'b0)
    if (errors == 0) $display("PASS");
  end
endmodule
