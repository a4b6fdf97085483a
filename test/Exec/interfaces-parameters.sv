// Arrays of interface ports sized by parameters, slices of arrays of interfaces
// (IEEE 1800-2023 23.3.3.5, 25.3), and parameters reached through interfaces in constants (25.10).
// No oracle: Icarus Verilog 11 has no interface ports.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface word #(parameter int W = 4, parameter int V = 0);
  logic [W-1:0] data = V;
  typedef logic [W-1:0] data_t;
  modport out(input data);
endinterface
interface pair #(parameter int N = 2);
  localparam int Total = 2 * N;
  word #(.W(N)) inner();
endinterface
module sum #(parameter int N = 1)(word ports[N], output int total);
  wire [7:0] parts[N];
  for (genvar i = 0; i < N; i++) begin : each
    assign parts[i] = ports[i].data;
  end
  always_comb begin
    total = 0;
    foreach (parts[i]) total += parts[i];
  end
endmodule
module pass #(parameter int N = 1)(word ports[N-1:0], output int low, high);
  sum #(N / 2) a(ports[N/2-1:0], low);
  sum #(N - N / 2) b(ports[N-1:N/2], high);
endmodule
module widths(word.out w, pair p, output int a, b, c);
  localparam int W = w.W;
  localparam int T = p.Total;
  if (w.W == 6) begin : six
    assign a = W;
  end
  logic [p.inner.W-1:0] x;
  assign b = $bits(x);
  assign c = T;
endmodule
module t;
  int errors = 0;
  word #(8, 1) w[5:0]();
  word #(8) up[2:4]();
  word #(.W(6)) six();
  pair #(5) p();
  localparam int Local = six.W + p.inner.W;
  int all, low, high, three, a, b, c;
  sum #(6) s(w, all);
  pass #(.N(6)) q(.ports(w), .low, .high);
  sum #(3) r(w[4-:3], three);
  int first, last;
  sum #(2) f(up[2:3], first);
  sum #(2) l(up[3+:2], last);
  widths v(six, p, a, b, c);
  int each[3];
  sum #(2) array[3](w, each);
  initial begin
    w[0].data = 10; w[1].data = 20; w[2].data = 30;
    w[3].data = 40; w[4].data = 50; w[5].data = 60;
    up[2].data = 1; up[3].data = 2; up[4].data = 4;
    #1 `check(all, 210)
    `check(low, 60)
    `check(high, 150)
    `check(three, 120)
    `check(first, 3)
    `check(last, 6)
    `check(a, 6)
    `check(b, 5)
    `check(c, 10)
    `check(Local, 11)
    `check(each[0], 110)
    `check(each[1], 70)
    `check(each[2], 30)
    `done
  end
endmodule
