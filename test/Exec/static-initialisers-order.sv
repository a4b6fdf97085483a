// Static variables of subroutines are initialised before the module variables whose
// initialisers call them; structure members with defaults (IEEE 1800-2023 6.8, 6.21, 7.2.2).
// No oracle: Icarus Verilog 11 has no structures that are not packed.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package counting;
  function int two();
    return 2;
  endfunction
  typedef struct {
    int base = 40;
    string name = "none";
    struct { bit [3:0] low = 3; real r; } inner;
  } settings;
endpackage
module test;
  import counting::*;
  int errors = 0;
  int first = next(), second = next();
  settings plain, list[2];
  settings given = '{1, "one", '{4, 0.5}};
  function int next();
    static int value = two() * 10;
    return value++;
  endfunction
  function automatic int local_defaults();
    settings own;
    return own.base + own.inner.low;
  endfunction
  initial begin
    settings here;
    `check(first, 20)
    `check(second, 21)
    `check(plain.base, 40)
    `checkString(plain.name, "none")
    `check(plain.inner.low, 4'd3)
    `check(list[1].base, 40)
    `check(given.base, 1)
    `check(given.inner.low, 4'd4)
    `check(here.inner.low, 4'd3)
    `check(local_defaults(), 43)
    `done
  end
endmodule
