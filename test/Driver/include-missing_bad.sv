// An include file that is nowhere; where it was searched is told.
// RUN: %not 2 %circt-sim -I %S/Inputs %s 2>&1 | FileCheck %s
// CHECK: include-missing_bad.sv:[[#@LINE+2]]:1: error: cannot find include file 'no-such-file.svh'
// CHECK: note: searched: {{.*}}Inputs
`include "no-such-file.svh"
module test;
endmodule
