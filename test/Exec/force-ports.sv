// A variable and the port connected to it are joined by a continuous assignment (IEEE 1800-2023
// 23.3.3.2): a force of the side that follows leaves the other alone.
// No oracle: Icarus Verilog forces both sides.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module follow(input logic [7:0] i, output wire [7:0] o);
  wire [7:0] m;
  assign m = i;
  assign o = m + 1;
endmodule
module make(output logic [7:0] q);
  initial q = 8'h11;
endmodule
module t;
  int errors = 0;
  logic [7:0] i = 1, o1, o2, q;
  wire [7:0] n = i;
  wire [7:0] on;
  follow a(i, o1), b(i, o2), c(n, on);
  make v(q);
  initial begin
    #1 `check(o1, 8'h02)
    force a.i = 8'h20;
    #1 `check(i, 8'h01)
    `check(a.i, 8'h20)
    `check(o1, 8'h21)
    `check(b.i, 8'h01)
    `check(o2, 8'h02)
    i = 8'h03;
    #1 `check(a.i, 8'h20)
    `check(b.i, 8'h03)
    `check(n, 8'h03)
    release a.i;
    #1 `check(a.i, 8'h03)
    `check(o1, 8'h04)
    // What leads takes what follows with it.
    force i = 8'h40;
    #1 `check(a.i, 8'h40)
    `check(b.i, 8'h40)
    `check(n, 8'h40)
    release i;
    i = 8'h05;
    #1 `check(a.i, 8'h05)
    // Outputs: variable to variable.
    force q = 8'h22;
    #1 `check(v.q, 8'h11)
    `check(q, 8'h22)
    force v.q = 8'h33;
    #1 `check(q, 8'h22)
    release q;
    #1 `check(q, 8'h33)
    release v.q;
    `check(q, 8'h33)
    // Net to variable.
    force o2 = 8'h77;
    #1 `check(b.o, 8'h06)
    release o2;
    #1 `check(o2, 8'h06)
    // Two nets are one.
    force c.i = 8'h66;
    #1 `check(n, 8'h66)
    `check(on, 8'h67)
    `done
  end
endmodule
