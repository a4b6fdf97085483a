// Nested includes, line markers, and a missing file (IEEE 1800-2023 22.4).
// RUN: %circt-sim -E -I %S/Inputs %s | FileCheck %s
// RUN: %not 2 %circt-sim -E -I %S/Inputs -D MISSING %s 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: %not 2 %circt-sim -E -I %S/Inputs -D LOOP %s 2>&1 | FileCheck %s --check-prefix=LOOP

// CHECK: int part;
// CHECK-NEXT: int nested;
`include <part.svh>

`define NAME "part.svh"
// CHECK: int part;
`include `NAME
// CHECK: int after;
int after;

`ifdef MISSING
// MISSING: include.sv:[[#@LINE+2]]:1: error: cannot find include file 'none.svh'
// MISSING: note: searched: {{.*}}Inputs{{/|\\}}none.svh
`include "none.svh"
`endif

`ifdef LOOP
// LOOP: in file included from {{.*}}include.sv:[[#@LINE+2]]:
// LOOP: loop.svh:1:1: error: '`include' is nested deeper than 64 levels
`include "loop.svh"
`endif
