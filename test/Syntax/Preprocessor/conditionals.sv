// Conditional compilation (IEEE 1800-2023 22.6).
// RUN: %circt-sim -E -D A -D B=2 %s | FileCheck %s --implicit-check-not=wrong

`ifdef A
// CHECK: int a;
int a;
`else
wrong
`endif

`ifndef A
wrong
`elsif B
// CHECK: int b = 2;
int b = `B;
`else
wrong
`endif

`ifdef (A && !NOPE)
// CHECK: int both;
int both;
`endif

`ifdef NOPE
  wrong `ifdef A wrong `endif "wrong
`else
// CHECK: int last;
int last;
`endif
