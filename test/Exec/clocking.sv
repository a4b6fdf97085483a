// Clocking blocks: samples, drives, cycle delays (IEEE 1800-2023 14).
// No oracle: Icarus Verilog 11 does not have clocking blocks.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface bus(input bit clk);
  logic [7:0] data = 0;
  logic req = 0;
  wire grant;
  clocking cb @(posedge clk);
    input data;
    output req;
    output grant;
  endclocking
  modport tb(clocking cb);
endinterface
module user(bus.tb b, output int seen);
  initial begin
    @(b.cb) seen = b.cb.data;
    b.cb.req <= 1;
    b.cb.grant <= 1'b1;
  end
endmodule
module test;
  int errors = 0, seen;
  bit clk;
  logic [3:0] a = 0, late = 0;
  logic [3:0] o = 0;
  logic z = 0;
  always #5 clk = ~clk;
  always @(posedge clk) a <= a + 1;
  always @(posedge clk) late = late + 1; // blocking: the sample is older all the same

  default clocking cb @(posedge clk);
    default input #1step output #2;
    input a, late;
    input #0 now = late;
    input #3 old = a;
    output o;
    inout z;
  endclocking
  clocking slow @(negedge clk);
    output #0 plain = o;
  endclocking

  bus i(clk);
  user u(i, seen);

  initial begin
    // At 5.
    @(cb);
    `check(cb.a, 0)
    `check(cb.late, 0)
    `check(cb.now, 1)
    `check(cb.old, 0)
    `check($time, 5)
    cb.o <= 4'h9;
    cb.z <= 1;
    #1 `check(o, 0)
    #2 `check(o, 4'h9)
    `check(z, 1)
    `check(cb.z, 0)
    // Between edges: the drive waits for the next one.
    cb.o <= 4'h3;
    cb.o[2] <= 1;
    #6 `check(o, 4'h9)
    @(posedge clk) #3 `check(o, 4'h7)
    `check(cb.z, 1)
    // At 18: three edges.
    ##3;
    `check($time, 45)
    `check(cb.a, 4)
    `check(cb.old, 4)
    // A drive in two cycles, with the value of now.
    cb.o <= ##2 a;
    a = 4'hc;
    #20 `check(o, 4'h7)
    #3 `check(o, 4'h5)
    @(slow) slow.plain[3] <= 1;
    #1 `check(o, 4'hd)
    `check(seen, 0)
    `check(i.req, 1)
    `check(i.grant, 1'b1)
    `done
    $finish;
  end
endmodule
