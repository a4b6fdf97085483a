// Streaming operators: packing, re-ordering, unpacking (IEEE 1800-2023 11.4.14).
// No oracle: Icarus Verilog 11 has no streaming operators.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [31:0] w = 32'h1234_5678;
  logic [7:0] a, b, c, d;
  logic [31:0] r;
  initial begin
    r = {<<8{w}};
    `check(r, 32'h7856_3412)
    r = {<<4{w}};
    `check(r, 32'h8765_4321)
    r = {<<{32'h0000_000f}};
    `check(r, 32'hf000_0000)
    r = {>>{8'h01, 8'h02, 8'h03, 8'h04}};
    `check(r, 32'h0102_0304)
    r = {<<16{8'h01, 8'h02, 8'h03, 8'h04}};
    `check(r, 32'h0304_0102)
    {>>{a, b, c, d}} = w;
    `check({a, b, c, d}, 32'h1234_5678)
    {<<8{a, b, c, d}} = w;
    `check({a, b, c, d}, 32'h7856_3412)
    r = {>>{16'hcafe}};  // a wider target is filled from the left
    `check(r, 32'hcafe_0000)
    `done
  end
endmodule
