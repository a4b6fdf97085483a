// The names of unnamed generate blocks: genblk with the number of the construct in
// its scope, and zeros where the name is taken (IEEE 1800-2023 27.6).
// No oracle: Icarus Verilog 11 counts unnamed constructs only.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  int genblk4 = 40;
  if (1) begin : named
    int v = 1;
  end
  if (1) begin
    int v = 2;
    for (genvar i = 0; i < 2; i++) begin
      int w = 10 + i;
    end
  end
  if (0) begin
    int v = 3;
  end else begin
    int v = 33;
  end
  if (1) begin
    int v = 4;
  end
  case (5)
    1: begin
      int v = 51;
    end
    // A conditional construct that is the only item of another's block is not a
    // scope of its own.
    default: if (1) begin
      int v = 52;
    end
  endcase
  initial begin
    #1;
    `check(named.v, 1)
    `check(genblk2.v, 2)
    `check(genblk2.genblk1[1].w, 11)
    `check(genblk3.v, 33)
    `check(genblk4, 40)
    `check(genblk04.v, 4)
    `check(genblk5.v, 52)
    `done
  end
endmodule
