// inout ports connected to selects and concatenations of nets
// (IEEE 1800-2023 23.3.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module pad(inout wire io, input wire enable, input wire out, output wire in);
  assign io = enable ? out : 1'bz;
  assign in = io;
endmodule
module pads(inout wire [1:0] io, input wire [1:0] enable, out);
  assign io[0] = enable[0] ? out[0] : 1'bz;
  assign io[1] = enable[1] ? out[1] : 1'bz;
endmodule
module test;
  int errors = 0;
  wire [7:0] bus;
  wire hi, lo;
  reg [7:0] enable = 0, out = 8'hc5;
  wire [3:0] in;
  reg [7:0] drive = 8'bz;
  assign bus = drive;
  genvar i;
  for (i = 0; i < 4; i = i + 1) begin : bits
    pad p(.io(bus[i]), .enable(enable[i]), .out(out[i]), .in(in[i]));
  end
  pads slice(.io(bus[5:4]), .enable(enable[5:4]), .out(out[5:4]));
  pads joined(.io({hi, lo}), .enable(enable[7:6]), .out(out[7:6]));
  initial begin
    #1;
    `check(bus, 8'bz)
    enable = 8'hff;
    #1;
    `check(bus, 8'bzz00_0101)
    `check(in, 4'b0101)
    `check({hi, lo}, 2'b11)
    enable = 0;
    drive = 8'h3a;
    #1;
    `check(in, 4'b1010)
    `check(bus, 8'h3a)
    `check({hi, lo}, 2'bzz)
    `done
  end
endmodule
