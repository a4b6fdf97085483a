// A configuration as the top: its design statement, rules for cells, for instances and for
// elements of arrays, parameters (IEEE 1800-2023 33.4).
// No oracle: Icarus Verilog has no configurations.
// RUN: %run-tiers -I %S/Inputs --top chosen %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// RUN: %circt-sim -I %S/Inputs --quiet +plain %s | FileCheck %s --check-prefix=PLAIN
// PLAIN: {{^PASS$}}
`include "check.svh"
module rtl #(parameter int W = 4) (output int kind, width);
  assign kind = 1, width = W;
endmodule
module gates #(parameter int W = 5) (output int kind, width);
  assign kind = 2, width = W;
endmodule
module other (output int kind, width);
  assign kind = 3, width = 0;
endmodule
module pair (output int k[2], w[2]);
  rtl a(k[0], w[0]);
  rtl #(.W(7)) b(k[1], w[1]);
endmodule
module top;
  int errors = 0;
  int k[2], w[2], k2[2], w2[2], k3[2], w3[2];
  pair p(k, w), q(k2, w2);
  rtl r[1:0](k3, w3);
  initial begin
    #1;
    if ($test$plusargs("plain")) begin
      `check(k[0], 1)
      `check(k3[0], 1)
    end else begin
      `check(k[0], 2)
      `check(w[0], 5)
      `check(k[1], 2)
      `check(w[1], 7)
      `check(k2[0], 3)
      `check(k2[1], 1)
      `check(w2[1], 9)
      `check(k3[0], 2)
      `check(k3[1], 1)
    end
    `done
  end
endmodule
config chosen;
  design work.top;
  default liblist work;
  cell rtl use gates;
  instance top.q.a use work.other;
  instance top.q.b use rtl #(.W(9));
  instance top.r[0] use rtl;
endconfig
