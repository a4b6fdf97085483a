// defparams whose path begins above the module they are written in (IEEE 1800-2023 23.10.1): with
// a name of a scope around, with the name of a module around, from two levels below; before and
// behind the instance that they set. They win over the values of the instance (23.10.2).
// No oracle: Icarus Verilog 11 takes no such paths; slang accepts it.
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
// CHECK: top.a 11
// CHECK-NEXT: top.b 22
// CHECK-NEXT: top.m.c 33
// CHECK-NEXT: top.m.d 1
// CHECK-NEXT: top.g[0].x 40
// CHECK-NEXT: top.g[1].x 41
module leaf #(parameter P = 1);
  initial $display("%m %0d", P);
endmodule
module setter #(parameter Base = 10);
  defparam a.P = Base + 1;
  defparam top.b.P = 2 * (Base + 1);
  defparam g[0].x.P = 40, top.g[1].x.P = 41;
  deep d();
endmodule
module deep;
  defparam top.m.c.P = 33;
endmodule
module mid;
  leaf #(7) c();
  leaf d();
endmodule
module top;
  leaf a();
  leaf #(5) b();
  mid m();
  setter s();
  for (genvar i = 0; i < 2; i++) begin : g
    leaf x();
  end
endmodule
