// Initialisers of variables happen before any process; static variables of blocks
// and tasks are initialised once (IEEE 1800-2023 6.8, 6.21).
// No oracle: Icarus Verilog 11 cannot override a lifetime.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int a = 5, b = a + 1;
  logic [3:0] early = 4'd9;
  bit two;
  logic four;
  integer i;
  real r;
  string s;
  byte by;
  int changes = 0;
  always @(early) changes = changes + 1;  // the initialiser is no event
  function automatic int next();
    static int count = 100;
    count = count + 1;
    return count;
  endfunction
  task step(output int v);
    static int own = 10;
    own = own + 1;
    v = own;
  endtask
  int fromFunction = next();
  int v;
  initial begin
    `check(a, 5)
    `check(b, 6)
    `check(early, 4'd9)
    `check(two, 1'b0)
    `check(four, 1'bx)
    `check(i, 32'bx)
    `checkReal(r, 0.0)
    `check(s == "", 1'b1)
    `check(by, 8'd0)
    `check(fromFunction, 101)
    `check(next(), 102)
    step(v);
    step(v);
    `check(v, 12)
    for (int k = 0; k < 3; k = k + 1) begin
      static int kept = 7;
      kept = kept + 1;
      if (k == 2) `check(kept, 10)
    end
    #1;
    `check(changes, 0)
    `done
  end
endmodule
