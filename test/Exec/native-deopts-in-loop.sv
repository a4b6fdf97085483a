// A long loop whose code gives up again and again: the interpreter goes on where it
// was, and the native stack does not grow.
// RUN: sh -c "ulimit -s 1024 && %circt-sim --mode=compile --jit-random-deopts=100 %s" | FileCheck %s
// RUN: env CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST=1 sh -c "ulimit -s 1024 && %circt-sim \
// RUN:   --mode=compile --jit-hot-threshold=0 %s" | FileCheck %s
// RUN: sh -c "ulimit -s 1024 && %circt-sim --mode=interpret %s" | FileCheck %s
// CHECK: 17999997000000 6000000
module test;
  reg [63:0] sum;
  integer k;
  initial begin
    sum = 0;
    #1;
    for (k = 0; k < 6000000; k = k + 1) sum = sum + k;
    $display("%0d %0d", sum, k);
  end
endmodule
