// The observed region comes before the reactive one, whoever was queued first (IEEE 1800-2023 4.4.2).
// No oracle: Icarus Verilog 11 does not have clocking blocks.
// RUN: %run-tiers %s | FileCheck %s
// CHECK: program at 5: sample 1, event seen by module first 1
// CHECK-NEXT: done
module test;
  bit clk;
  logic d = 1;
  bit seen;
  clocking cb @(posedge clk);
    input d;
  endclocking
  // In the active region of a further round of the same time step.
  always @(cb) seen = 1;
  initial begin
    #5 d = 0;
    clk = 1;
  end
  bench p();
endmodule
program bench;
  initial begin
    // Due at the time of the edge, and queued before the sampler is.
    #5 $display("program at %0t: sample %b, event seen by module first %b", $time, test.cb.d,
                test.seen);
    $display("done");
  end
endprogram
