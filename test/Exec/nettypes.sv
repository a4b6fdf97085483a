// Net types without resolution, interconnect (IEEE 1800-2023 6.6.7, 6.6.8).
// No oracle: Icarus Verilog 11 does not have net types.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package pk;
  typedef struct { real v; bit ok; } level;
  nettype level analog;
  nettype real voltage;
endpackage
module source(output pk::voltage o, output logic [1:0] n);
  assign o = 2.5;
  assign n = 2'b10;
endmodule
module sink(input pk::voltage i, input [1:0] n, output real twice);
  assign twice = 2 * i;
endmodule
module test;
  import pk::*;
  int errors = 0;
  voltage w;
  analog a;
  real twice;
  interconnect [1:0] bus;
  assign a = '{1.5, 1'b1};
  source s(w, bus);
  sink k(w, bus, twice);
  initial begin
    #1 `checkReal(twice, 5.0)
    `checkReal(a.v, 1.5)
    `check(k.n, 2'b10)
    `done
  end
endmodule
