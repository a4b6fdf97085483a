// Processes with equal code share it: iterations of generate loops, gates, arrays of gates.
// Each keeps its own storage, delays under way, name, forces and hierarchical path.
// No oracle: arrays of user-defined primitives.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: top test.row[0].hello 0
// CHECK-NEXT: top test.row[11].hello 11
// CHECK: {{^PASS$}}
// CHECK-NEXT: sum at the end 66
`include "check.svh"
`timescale 1ns / 1ns
module cell_(output y, input a, input [11:0] v, output reg [11:0] q, input clk);
  wire [11:0] inverted;
  genvar k;
  generate
    for (k = 0; k < 12; k = k + 1) begin : bits
      wire t;
      nand #2 g(t, v[k], a);
      assign inverted[11 - k] = ~t;
      always @(posedge clk) q[k] <= t;
    end
  endgenerate
  assign y = ^inverted;
endmodule

module test;
  localparam N = 12;
  int errors = 0;
  logic clk = 0, a = 0;
  logic [N-1:0] v = 0, w = 12'hx, other = 12'h5a5;
  wire [N-1:0] sum, carry, gates, delayed, viaUdp;
  wire [0:N-1] reversed;
  logic [15:0] memory[N];
  logic [15:0] doubled[N];
  wire [1:0] y;
  wire [N-1:0] q0, q1;
  int wide[N];
  int atEnd = 0;

  cell_ u0(.y(y[0]), .a(a), .v(v), .q(q0), .clk(clk));
  cell_ u1(.y(y[1]), .a(~a), .v(v ^ other), .q(q1), .clk(clk));

  for (genvar i = 0; i < N; i++) begin : row
    logic held = 0;
    int seen = 0;
    logic [70:0] big;
    assign sum[i] = v[i] ^ w[(i + 1) % N];
    assign carry[i] = i < 6 ? v[i] & other[i] : v[i] | other[i];
    assign #(i % 3 * 2 + 1) delayed[i] = v[i];
    assign reversed[i] = v[i] & row[(i + 3) % N].held;
    assign doubled[i] = memory[i] + memory[i];
    assign big = {v[i], 70'd1} << v[3:0];
    always @(posedge clk) held <= v[i];
    always @(held) seen = seen + 1;
    int index = i;
    final atEnd = atEnd + index;
    always_comb wide[i] = int'(memory[i]) * 3 - i;
    if (i == 0 || i == N - 1) begin : hello
      initial #1 $display("top %m %0d", i);
    end
  end
  final $display("sum at the end %0d", atEnd);
  xor #3 many[N-1:0](gates, v, other);
  copy udps[N-1:0](viaUdp, v);

  function automatic logic [N-1:0] expectedSum();
    for (int i = 0; i < N; i++) expectedSum[i] = v[i] ^ w[(i + 1) % N];
  endfunction

  logic [N-1:0] old, q0Want, q1Want;
  initial begin
    for (int i = 0; i < N; i++) memory[i] = 16'(i * 1000);
    #10;
    for (int n = 0; n < 60; n++) begin
      old = v;
      v = 12'(n * 2741 + 77);
      a = n[0];
      if (n == 4) w = 12'h0ff;
      if (n == 9) w = 12'bx01z_0101_zzxx;
      memory[n % N] = 16'(n);
      #2;
      `check(sum, expectedSum())
      `check(doubled[n % N], 16'(2 * n))
      `check(wide[n % N], 3 * n - n % N)
      `check(gates, old ^ other)
      `check(viaUdp, v)
      for (int i = 0; i < N; i++) begin
        `check(delayed[i], (i % 3 == 0 ? v[i] : old[i]))
        `check(carry[i], (i < 6 ? v[i] & other[i] : v[i] | other[i]))
      end
      #4;
      `check(gates, v ^ other)
      `check(delayed, v)
      q0Want = ~(v & {N{a}});
      q1Want = ~((v ^ other) & {N{~a}});
      clk = 1;
      #1;
      `check(q0, q0Want)
      `check(q1, q1Want)
      `check(y[0], ^(v & {N{a}}))
      `check(row[7].held, v[7])
      `check(row[7].big, ({v[7], 70'd1} << v[3:0]))
      for (int i = 0; i < N; i++) `check(reversed[i], v[i] & v[(i + 3) % N])
      clk = 0;
      #4;
    end
    // A force of one bit, of one net of the loop, and of the storage of a delayed driver.
    force sum[4] = 1;
    force u0.bits[5].t = 0;
    force delayed[2] = 1'bz;
    v = 0;
    w = 0;
    #10;
    `check(sum, 12'h010)
    `check(u0.inverted, 12'h040)
    `check(u1.bits[5].t, ~(other[5] & ~a))
    `check(delayed, 12'b0000_0000_0z00)
    release sum[4];
    release u0.bits[5].t;
    release delayed[2];
    #10;
    `check(sum, 12'h000)
    `check(u0.inverted, 12'h000)
    `check(delayed, 12'h000)
    // Pulses shorter than the delay vanish, each in its own driver.
    v = 12'hfff;
    #2 v[3:0] = 0;
    #5;
    `check(gates, 12'hff0 ^ other)
    row[2].held = 1;
    #1 `check(row[2].seen > 1, 1'b1)
    `check(reversed[11], v[11])
    `done
    $finish(0);
  end
endmodule

primitive copy(output o, input i);
  table
    0 : 0;
    1 : 1;
  endtable
endprimitive
