// Errors in specify blocks (IEEE 1800-2023 30.4, 30.5, 30.7.1).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module bad(input a, input [1:0] v, inout io, output y, output [2:0] w, output reg q);
  wire inner;
  assign y = a, w = {v, a}, inner = a;
  reg [1:0] index;
  specify
    specparam fine = 2, PATHPULSE$a$y = (2, 3), PATHPULSE$v$w = (1, 2, 3);
// CHECK: specify_bad.sv:[[#@LINE-1]]:49: error: 'PATHPULSE$v$w' takes a reject limit and an error limit that is not less (IEEE 1800-2023 30.7.1)
    (a => y) = fine;
    (a => io) = fine;
    (io => y) = fine;
    (posedge a => (q +: v[0])) = fine;
    (inner => y) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:6: error: 'inner' is not an input or inout port of this module: no module path can begin there (IEEE 1800-2023 30.4.1)
    (a => inner) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:11: error: 'inner' is not an output or inout port of this module: no module path can end there (IEEE 1800-2023 30.4.1)
    (y => a) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:6: error: 'y' is not an input or inout port
// CHECK: specify_bad.sv:[[#@LINE-2]]:11: error: 'a' is not an output or inout port
    (v[index] => y) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:6: error: a terminal of a module path is a port, or a bit or part of one selected by constants (IEEE 1800-2023 30.4.1)
    (v => w) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:5: error: a parallel path from 2 bits to 3 bits: both ends must have the same width (IEEE 1800-2023 30.4.5)
    (v => w[1:0]) = 1;
    (v *> w) = 1;
    (a, io => y) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:5: warning: a parallel path has one input and one output: this list is taken as a path for each of them (IEEE 1800-2023 30.4.5)
    (a, io => y, io) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:5: error: a parallel path has one input and one output; '*>' connects several (IEEE 1800-2023 30.4.5)
    (a => y) = index;
// CHECK: specify_bad.sv:[[#@LINE-1]]:16: error: {{.*}}index
    (a => y) = -1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:16: error: the delay of a module path cannot be negative or unknown (IEEE 1800-2023 30.5)
    ifnone (posedge a => y) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:5: error: 'ifnone' is for paths without edges (IEEE 1800-2023 30.4.4.4)
    if (nothing) (a => y) = 1;
// CHECK: specify_bad.sv:[[#@LINE-1]]:9: error: {{.*}}nothing
    pulsestyle_onevent a;
// CHECK: specify_bad.sv:[[#@LINE-1]]:24: error: 'a' is not an output or inout port
  endspecify
endmodule
