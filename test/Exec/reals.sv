// Real arithmetic, comparison, conversion and the mathematical functions
// (IEEE 1800-2023 6.12, 20.8, 11.3.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  real a, b;
  integer i;
  reg [63:0] bits;
  reg [7:0] v;
  reg signed [7:0] s;
  initial begin
    a = 1.5;
    b = 2;
    `checkReal(a + b, 3.5)
    `checkReal(a - b, -0.5)
    `checkReal(a * b, 3.0)
    `checkReal(a / b, 0.75)
    `checkReal(a ** b, 2.25)
    `checkReal(-a, -1.5)
    `checkReal(7 / 2 + a, 4.5)
    `checkReal(7 / 2.0, 3.5)
    `check(a < b, 1'b1)
    `check(a == 1.5, 1'b1)
    `check(a != 1.5, 1'b0)
    `check(a && 0.0, 1'b0)
    `check(!a, 1'b0)
    i = 2.5; `check(i, 3)
    i = -2.5; `check(i, -3)
    i = 2.4; `check(i, 2)
    v = 300.0; `check(v, 8'd44)
    a = 8'd200; `checkReal(a, 200.0)
    s = -8'sd3;
    a = s; `checkReal(a, -3.0)
    a = 8'b1x1; `checkReal(a, 5.0)  // x counts as 0
    `checkReal($sqrt(2.25), 1.5)
    `checkReal($floor(-1.5), -2.0)
    `checkReal($ceil(-1.5), -1.0)
    `checkReal($pow(2.0, 0.5), 1.4142135623731)
    `checkReal($ln(1.0), 0.0)
    `checkReal($log10(1000.0), 3.0)
    `checkReal($exp(1.0), 2.718281828459)
    `checkReal($sin(0.5), 0.4794255386042)
    `checkReal($cos(0.5), 0.8775825618904)
    `checkReal($atan(1.0), 0.7853981633974)
    `checkReal($atan2(1.0, -1.0), 2.3561944901923)
    `checkReal($hypot(3.0, 4.0), 5.0)
    `check($rtoi(-1.9), -1)
    `checkReal($itor(3), 3.0)
    bits = $realtobits(1.0);
    `check(bits, 64'h3ff0_0000_0000_0000)
    `checkReal($bitstoreal(64'hc000_0000_0000_0000), -2.0)
    `check($clog2(1), 0)
    `check($clog2(9), 4)
    `check($clog2(64), 6)
    a = 1.0e3; `checkReal(a, 1000.0)
    a = 1_0.2_5; `checkReal(a, 10.25)
    a = b > 1 ? 0.5 : 1;
    `checkReal(a, 0.5)
    `done
  end
endmodule
