// Parameters of string, array, structure and real type (IEEE 1800-2023 6.20).
// No oracle: Icarus Verilog 11 does not have them.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package kinds;
  typedef struct packed { logic [3:0] a; logic [3:0] b; } pair;
  typedef struct { int n; string s; } record;
endpackage
module unit import kinds::*; #(
  parameter string Name = "none",
  parameter int Table[3] = '{4, 5, 6},
  parameter pair P = '{a: 1, b: 2},
  parameter record R = '{7, "seven"},
  parameter real Scale = 0.5,
  parameter int Count = Table[1] + R.n
) ();
  localparam int Length = Name.len();
  localparam logic [7:0] Rows[2][2] = '{'{1, 2}, '{3, 4}};
endmodule
module test;
  import kinds::*;
  int errors = 0;
  unit u0();
  unit #(.Name("longer"), .Table('{7, 8, 9}), .P('{3, 4}), .Scale(2)) u1();
  initial begin
    `checkString(u0.Name, "none")
    `checkString(u1.Name, "longer")
    `check(u0.Length, 4)
    `check(u1.Length, 6)
    `check(u0.Table[2], 6)
    `check(u1.Table[0], 7)
    `check(u0.P, 8'h12)
    `check(u1.P.b, 4'h4)
    `checkString(u0.R.s, "seven")
    `check(u0.Count, 12)
    `check(u1.Count, 15)
    `checkReal(u0.Scale, 0.5)
    `checkReal(u1.Scale, 2.0)
    `check(u0.Rows[1][0], 8'd3)
    `done
  end
endmodule
