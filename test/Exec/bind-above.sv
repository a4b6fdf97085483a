// bind in a generate block, and to instances below another top module (IEEE 1800-2023 23.11).
// No oracle: Icarus Verilog 11 has no bind.
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
// CHECK: tb.u.s0.all 1 5a
// CHECK-NEXT: tb.u.s1.all 1 5a
// CHECK-NEXT: tb.u.s1.one 0 5a
// CHECK-NEXT: tb.u.g[1].s.all 1 5a
// CHECK-NEXT: tb.u.g[1].s.third 1 00
// CHECK-NOT: no
module check(input logic c, input [7:0] d);
  initial #1 $display("%m %b %h", c, d);
endmodule
module sub(input logic c);
  wire [7:0] d = 8'h5a;
endmodule
module dut(input logic c);
  sub s0(c);
  sub s1(c);
  for (genvar i = 1; i < 2; i++) begin : g
    sub s(c);
  end
endmodule
module tb;
  logic c = 1;
  dut u(c);
endmodule
module binder;
  parameter On = 1;
  if (On) begin : yes
    bind sub check all(.c, .d);
  end else begin : other
    bind sub check no(.c, .d(8'h1));
  end
  if (!On) begin : never
    bind dut check no(.c, .d(8'h0));
  end
  bind tb.u.s1 check one(.c(~c), .d);
  bind sub: tb.u.g[1].s check third(.c, .d(8'h0));
endmodule
