// A combinational loop without delay: the limit names its processes.
// RUN: %not 1 %circt-sim --max-deltas=1000 %s 2>&1 | FileCheck %s
module test;
  logic a, b;
  logic start = 0;
  always @(b) a = ~b ^ start;
  always @(a) b = a;
  // CHECK: error: no end of activity after 1000 delta cycles at one time (--max-deltas); active processes:
  // CHECK-DAG: {{delta-limit_bad.sv:4|test}}
  initial begin
    b = 0;
    #5 start = 1;
    b = 1;
  end
  // CHECK-NOT: FAIL
  initial #10 $display("FAIL");
endmodule
