// Assignment patterns of dynamic arrays and queues with indices as keys (IEEE 1800-2023 10.9.1).
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  localparam int Last = 3;
  int d[], q[$];
  string s[$];
  typedef struct { int a; byte b; } record;
  record r[];
  initial begin
    d = '{2: 7, 0: 5, 1: 6};
    `checkString($sformatf("%p", d), "'{5, 6, 7}")
    q = '{Last: 1, default: 9};
    `checkString($sformatf("%p", q), "'{9, 9, 9, 1}")
    s = '{0: "x", 1: {"y", "z"}};
    `checkString($sformatf("%p", s), "'{\"x\", \"yz\"}")
    r = '{1: '{1, 2}, default: '{default: 3}};
    `checkString($sformatf("%p", r), "'{'{a:3, b:3}, '{a:1, b:2}}")
    `done
  end
endmodule
