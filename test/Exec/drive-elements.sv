// One continuous assignment with a delay drives several elements of an array; eight or
// more equal ones share their code.
// RUN: %run-tiers %s | FileCheck %s --implicit-check-not=wrong
module top;
  logic [15:0] x [0:9];
  logic [7:0] m [0:19];
  for (genvar g = 0; g < 10; g++) begin : pair
    assign #3 {m[2 * g + 1], m[2 * g]} = x[g];
  end
  initial begin
    for (int round = 0; round < 4; round++) begin
      for (int i = 0; i < 10; i++) x[i] = round * 4096 + i * 257 + round;
      #5;
      for (int i = 0; i < 10; i++)
        if ({m[2 * i + 1], m[2 * i]} !== x[i])
          $display("wrong: round %0d, pair %0d: %h%h", round, i, m[2 * i + 1], m[2 * i]);
    end
    // CHECK: done 390c
    $display("done %h%h", m[19], m[18]);
  end
endmodule
