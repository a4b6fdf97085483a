// What other simulators take although the standard does not define it, with warnings: a block
// outside of a generate region, === of reals; and a list of macro formals over several lines.
// No oracle: Icarus Verilog has none of them.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --lint-only -I %S/Inputs %s 2>&1 | FileCheck %s --check-prefix=LINT
// LINT: common-extensions.sv:[[#@LINE+10]]:3: warning: a block outside of a generate region is an extension [-Wbare-block]
// LINT: common-extensions.sv:[[#@LINE+19]]:13: warning: operator '===' is not defined for real operands (11.4.5) and taken as the logical one [-Wcase-equality-of-real]
// CHECK: {{^PASS$}}
`include "check.svh"
`define PLUS(a,
             b = 2) ((a) + (b))
module t;
  int errors = 0;
  real r = 1.5;
  int steps;
  begin : inner
    logic [7:0] x = 3;
  end
  begin
    wire y = inner.x[0];
  end
  initial begin
    `check(inner.x, 8'd3)
    #1 `check(t.genblk2.y, 1'b1)
    `check(`PLUS(3), 5)
    steps = r === 1.5;
    `check(steps, 1)
    steps = r !== 1.5;
    `check(steps, 0)
    `done
  end
endmodule
