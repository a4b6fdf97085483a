// Streaming of unpacked arrays (IEEE 1800-2023 11.4.14).
// No oracle: Icarus Verilog 11 has no streaming operators.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [31:0] r;
  logic [7:0] bytes[4];
  initial begin
    bytes = '{8'h11, 8'h22, 8'h33, 8'h44};
    r = {>>{bytes}};
    `check(r, 32'h1122_3344)
    r = {<<8{bytes}};
    `check(r, 32'h4433_2211)
    {>>{bytes}} = 32'hdead_beef;
    `check(bytes[0], 8'hde)
    `check(bytes[3], 8'hef)
    `done
  end
endmodule
