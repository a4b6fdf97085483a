// Unpacked structures: assignment patterns by position, name, type and default,
// copies, comparison, arguments (IEEE 1800-2023 7.2, 10.9.2).
// No oracle: Icarus Verilog 11 has none.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef struct {
    int id;
    logic [7:0] data[2];
    string name;
    real weight;
  } item;
  typedef struct { int x = 3; int y; } point;
  typedef struct { point from, to; } line;
  item a, b;
  point p, q;
  line l;
  function automatic point shifted(input point p, input int by);
    p.x += by;
    p.y += by;
    return p;
  endfunction
  initial begin
    a = '{1, '{8'h10, 8'h20}, "one", 0.5};
    `check(a.id, 1)
    `check(a.data[1], 8'h20)
    `checkString(a.name, "one")
    b = a;
    b.data[1] = 8'h99;
    b.name = "two";
    `check(a.data[1], 8'h20)
    `checkString(a.name, "one")
    `check(p.x, 3)
    `check(p.y, 0)
    p = '{x: 10, y: 20};
    q = '{y: 1, default: 7};
    `check(q.x, 7)
    `check(q.y, 1)
    q = '{int: 4};
    `check(q.x + q.y, 8)
    q = shifted(p, 5);
    `check(q.x, 15)
    `check(p.x, 10)
    `check(p == q, 1'b0)
    q = '{10, 20};
    `check(p == q, 1'b1)
    `check(p != q, 1'b0)
    l = '{p, '{1, 2}};
    l.to.x++;
    `check(l.from.y, 20)
    `check(l.to.x, 2)
    '{p.x, p.y} = '{p.y, p.x};
    `check(p.x, 20)
    `check(p.y, 10)
    `done
  end
endmodule
