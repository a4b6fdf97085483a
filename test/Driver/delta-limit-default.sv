// More than a million zero delays in one time step are legal (IEEE 1800-2023 4.4.2.3);
// the limit of --max-deltas is beyond them.
// RUN: %circt-sim --quiet %s | FileCheck %s
module test;
  int n = 0;
  initial begin
    repeat (1500000) #0 n++;
    // CHECK: 1500000 0
    $display("%0d %0d", n, $time);
  end
endmodule
