// Conversions of $value$plusargs (IEEE 1800-2023 21.6). Expected output: Icarus Verilog.
// RUN: %circt-sim %s +FOO=5 +HEX=ff +BX=1x0z +NEG=-5 +STR=hello +EMPTY= +BIG=99999999999 \
// RUN:   +R=-1.5e3 +INF=-Inf +UNIT=9.825ns \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  integer i, r;
  reg [31:0] v;
  reg [8*8:1] s;
  real f;
  initial begin
    r = $test$plusargs("FO"); $display("%0d", r);
    r = $test$plusargs("+FOO"); $display("%0d", r);
    r = $value$plusargs("FOO=%d", i); $display("%0d %0d", r, i);
    i = 7; r = $value$plusargs("NONE=%d", i); $display("%0d %0d", r, i);
    r = $value$plusargs("HEX=%h", v); $display("%h", v);
    r = $value$plusargs("BX=%b", v); $display("%b", v);
    r = $value$plusargs("NEG=%d", i); $display("%0d", i);
    r = $value$plusargs("STR=%s", s); $display("%s|", s);
    r = $value$plusargs("FOO=%0d", i); $display("%0d %0d", r, i);
    r = $value$plusargs("EMPTY=%d", i); $display("%0d %0d", r, i);
    r = $value$plusargs("EMPTY=%s", s); $display("%0d %s|", r, s);
    r = $value$plusargs("BIG=%d", v); $display("%0d %0d", r, v);
    r = $value$plusargs("R=%f", f); $display("%0d %f", r, f);
    r = $value$plusargs("INF=%g", f); $display("%0d %f", r, f);
    r = $value$plusargs("UNIT=%e", f); $display("%0d %f", r, f);
    f = 7; r = $value$plusargs("STR=%f", f); $display("%0d %f", r, f);
    r = $value$plusargs("EMPTY=%f", f); $display("%0d %f", r, f);
    r = $value$plusargs("R=%f", i); $display("%0d %0d", r, i);
  end
endmodule
//      CHECK:1
// CHECK-NEXT:0
// CHECK-NEXT:1 5
// CHECK-NEXT:0 7
// CHECK-NEXT:000000ff
// CHECK-NEXT:00000000000000000000000000001x0z
// CHECK-NEXT:-5
// CHECK-NEXT:   hello|
// CHECK-NEXT:1 5
// CHECK-NEXT:1 0
// CHECK-NEXT:1         |
// CHECK-NEXT:1 1215752191
// CHECK-NEXT:1 -1500.000000
// CHECK-NEXT:1 -inf
// CHECK-NEXT:1 9.825000
// CHECK-NEXT:1 0.000000
// CHECK-NEXT:1 0.000000
// CHECK-NEXT:1 -1500
