// Resolution functions of user-defined net types (IEEE 1800-2023 6.6.7, 6.7.3, 23.3.3.7).
// No oracle: Icarus Verilog 11 does not have net types.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package pk;
  typedef struct { real v; bit ok; int n; } level;
  function automatic real average(input real drivers[]);
    average = 0;
    foreach (drivers[i]) average += drivers[i];
    if (drivers.size()) average /= drivers.size();
  endfunction
  function automatic level merge(input level drivers[]);
    merge.v = 0;
    foreach (drivers[i]) merge.v += drivers[i].v;
    merge.ok = drivers.and() with (item.ok);
    merge.n = drivers.size();
  endfunction
  function automatic logic [3:0] most(input logic [3:0] d[]);
    most = 0;
    foreach (d[i]) if (d[i] > most) most = d[i];
  endfunction
  function automatic int number(int d[]); return d.size(); endfunction
  nettype real voltage with average;
  nettype voltage potential; // another name for it
  nettype level analog with merge;
  nettype logic [3:0] highest with most;
  nettype int drivers with number;
endpackage

module source #(parameter real R = 1.0) (output pk::voltage o, inout pk::analog a);
  assign o = R;
  assign a = '{R, 1, 0};
endmodule
module variable(output real o, input real i);
  initial begin o = 10; #5 o = 20; end
endmodule
module sink(input pk::voltage i, output real twice);
  assign twice = 2 * i;
endmodule
module plain(i, o);
  import pk::*;
  input i; output o;
  voltage i, o;
  assign o = i + 1;
endmodule

module test;
  import pk::*;
  int errors = 0;
  voltage w, ends[2], alone = 7.5, other, fromReal;
  potential p;
  analog a;
  highest h, hs[3:0];
  drivers none, two;
  real twice, x = 1, seen, realSource = 3;
  logic [3:0] d[4] = '{1, 2, 3, 4};
  logic [3:0] y = 4'bx;
  wire [3:0] picked = h;
  int changes = 0;

  source #(1.0) s1(w, a);
  source #(3.0) s2(.o(w), .a(a));
  assign w = x;
  sink k(w, twice);
  variable v(p, w);
  sink k2(realSource, seen);
  source #(4.0) s3(ends[1], );
  assign ends = '{8.0, 6.0};
  plain pl(alone, other);
  assign h = y;
  assign h = 4'd2;
  assign h = 4'd9;
  assign two = 1, two = 2;
  for (genvar i = 0; i < 4; ++i) assign hs[i] = d[i];
  assign hs = '{4'd0, 4'd9, 4'd0, 4'd9};
  always @(w) ++changes;

  initial begin
    #1 `checkReal(w, 5.0 / 3)
    `checkReal(twice, 10.0 / 3)
    `checkReal(s1.o, 5.0 / 3)
    `checkReal(a.v, 4.0)
    `check(a.ok, 1'b1)
    `check(a.n, 2)
    `checkReal(s2.a.v, 4.0)
    `checkReal(p, 10.0)
    `checkReal(ends[0], 8.0)
    `checkReal(ends[1], 5.0)
    `checkReal(alone, 7.5)
    `checkReal(other, 8.5)
    `checkReal(seen, 6.0)
    `check(h, 4'd9)
    `check(picked, 4'd9)
    `check(none, 0)
    `check(two, 2)
    `check(hs[0], 4'd9)
    `check(hs[1], 4'd2)
    `check(hs[2], 4'd9)
    `check(hs[3], 4'd4)
    x = 5;
    realSource = 4;
    d[3] = 11;
    #1 `checkReal(w, 3.0)
    `check(changes, 2)
    `checkReal(twice, 6.0)
    `checkReal(seen, 8.0)
    `check(hs[3], 4'd11)
    force w = 100.0;
    x = 8;
    #1 `checkReal(w, 100.0)
    `checkReal(twice, 200.0)
    release w;
    #1 `checkReal(w, 4.0)
    #5 `checkReal(p, 20.0)
    `done
  end
endmodule
