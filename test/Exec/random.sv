// $random and the distributions with a seed give the sequences of the algorithm in
// the standard (IEEE 1800-2023 20.14, N.2).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer seed, i, v;
  reg [31:0] first[0:4];
  initial begin
    seed = 1;
    first[0] = $random(seed);
    first[1] = $random(seed);
    first[2] = $random(seed);
    `check(first[0], 32'h8001_0e00)
    `check(first[1], 32'h9c59_8438)
    `check(seed != 1, 1'b1)
    seed = 1;
    v = $random(seed);
    `check(v, first[0])
    seed = 12345;
    for (i = 0; i < 100; i = i + 1) begin
      v = $dist_uniform(seed, -5, 5);
      if (v < -5 || v > 5) errors = errors + 1;
    end
    v = $random;
    `check(v, 32'h1215_3524)  // without a seed, from the start of the run
    v = $random;
    `check(v, 32'hc089_5e81)
    v = $random % 10;
    `check(v > -10 && v < 10, 1'b1)
    v = {$random} % 10;
    `check(v >= 0 && v < 10, 1'b1)
    for (i = 0; i < 50; i = i + 1) begin
      v = $urandom_range(9, 3);
      if (v < 3 || v > 9) errors = errors + 1;
    end
    `done
  end
endmodule
