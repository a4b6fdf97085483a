// A process that waits for no time, over and over.
// RUN: %not 1 %circt-sim --max-deltas=5000 %s 2>&1 | FileCheck %s
module test;
  // CHECK: error: no end of activity after {{[0-9]+}} delta cycles at one time (--max-deltas)
  initial forever #0;
endmodule
