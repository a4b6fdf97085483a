// Force and release of elements of arrays and of members (IEEE 1800-2023 10.6.2).
// No oracle: Icarus Verilog 11 forces no elements.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [7:0] memory[4];
  wire [3:0] nets[2];
  struct { logic [3:0] a, b; } pair;
  logic [3:0] source = 4'h9;
  assign nets[0] = 4'h1;
  assign nets[1] = 4'h2;
  initial begin
    memory = '{8'h10, 8'h11, 8'h12, 8'h13};
    pair = '{4'h1, 4'h2};
    #1 force memory[2] = 8'hff;
    force memory[1][3:0] = source;
    force nets[1] = 4'hc;
    force pair.b = 4'hf;
    memory[2] = 8'h00;
    memory[1] = 8'h20;
    memory[3] = 8'h33;
    pair = '{4'h5, 4'h6};
    #1;
    `check(memory[2], 8'hff)
    `check(memory[1], 8'h29)
    `check(memory[3], 8'h33)
    `check(memory[0], 8'h10)
    `check(nets[0], 4'h1)
    `check(nets[1], 4'hc)
    `check(pair.a, 4'h5)
    `check(pair.b, 4'hf)
    source = 4'h3;
    #1;
    `check(memory[1], 8'h23)
    release memory[2];
    release memory[1][3:0];
    release nets[1];
    release pair.b;
    #1;
    `check(memory[2], 8'hff)
    memory[2] = 8'h02;
    memory[1] = 8'h01;
    #1;
    `check(memory[2], 8'h02)
    `check(memory[1], 8'h01)
    `check(nets[1], 4'h2)
    `done
  end
endmodule
