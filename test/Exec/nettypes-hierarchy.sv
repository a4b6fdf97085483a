// Nets of user-defined net types in interfaces, below inout ports, in arrays and generate blocks;
// force of unpacked ones; net types without resolution in arrays; delays (IEEE 1800-2023 6.6.7,
// 10.6.2, 23.3.3.7).
// No oracle: Icarus Verilog 11 does not have net types.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
typedef struct { real v; logic ok; } level;
function automatic level merge(input level d[]);
  merge.v = 0;
  merge.ok = 1;
  foreach (d[i]) begin
    merge.v += d[i].v;
    merge.ok &= d[i].ok;
  end
endfunction
function automatic real total(input real d[]);
  total = 0;
  foreach (d[i]) total += d[i];
endfunction
nettype level node with merge;
nettype real sum with total;
nettype real plain;

interface nodes;
  node n;
  sum w;
endinterface
module driver(nodes i, inout node io, input real g);
  assign i.n = '{g, 1'b1};
  assign io = '{g + 1, 1'b1};
  assign i.w = g;
endmodule
module leaf(inout node x);
  assign x = '{100.0, 1'b1};
endmodule
module middle(inout node x);
  leaf l(x);
  leaf l2(.x);
endmodule
module total_of(input node n);
  real seen;
  assign seen = n.v;
endmodule
module one(output plain p, input real g);
  assign p = g;
endmodule

module test;
  int errors = 0;
  nodes i();
  node a;
  middle m(a);
  node rail[2:0];
  middle inArray(rail[1]);
  leaf end_(.x(rail[2]));
  total_of reader(rail[1]);
  driver d1(i, a, 1.0), d2(i, a, 2.0);
  sum grid[2][3], undriven;
  for (genvar g = 0; g < 3; ++g) begin : block
    sum local_;
    assign local_ = g, local_ = 10;
    assign grid[1][g] = g;
    assign grid[0][g] = local_;
  end
  assign grid[1] = '{1.0, 2.0, 3.0};
  assign rail[1] = '{5.0, 1'b1};
  assign grid = '{'{0.5, 0.5, 0.5}, '{0.25, 0.25, 0.25}};
  wire isGood = a.ok;
  real read, k = 1, v;
  assign read = a.v;
  plain x, y, array[2], late = x;
  one a1(x, 1.0), b1(y, x);
  assign #5 array[0] = x;
  assign array[1] = x;
  assign v = late + array[1];
  sum #3 slow;
  assign slow = k, slow = 2;

  initial begin
    #2 `checkReal(i.n.v, 3.0)
    `checkReal(i.w, 3.0)
    `checkReal(a.v, 205.0)
    `checkReal(m.l2.x.v, 205.0)
    `checkReal(read, 205.0)
    `check(isGood, 1'b1)
    `checkReal(grid[0][0], 10.5)
    `checkReal(grid[0][2], 12.5)
    `checkReal(grid[1][1], 3.25)
    `checkReal(block[2].local_, 12.0)
    `checkReal(undriven, 0.0)
    `checkReal(y, 1.0)
    `checkReal(v, 2.0)
    `checkReal(array[0], 0.0)
    `checkReal(rail[2].v, 100.0)
    `checkReal(rail[1].v, 205.0)
    `checkReal(inArray.l.x.v, 205.0)
    `checkReal(reader.seen, 205.0)
    `checkReal(rail[0].v, 0.0)
    force a = '{-1.0, 1'b0};
    #1 `checkReal(a.v, -1.0)
    `checkReal(m.l.x.v, -1.0)
    `checkReal(read, -1.0)
    `check(isGood, 1'b0)
    release a;
    #1 `checkReal(a.v, 205.0)
    `check(isGood, 1'b1)
    #2 `checkReal(array[0], 1.0)
    `checkReal(slow, 3.0)
    k = 7;
    #2 `checkReal(slow, 3.0)
    #2 `checkReal(slow, 9.0)
    `done
  end
endmodule
