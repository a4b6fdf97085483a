// A function that calls itself without end faults; the place and the time are told.
// RUN: %not 1 %circt-sim %s 2>&1 | FileCheck %s
module test;
  function automatic int f(input int n);
    return f(n + 1) + 1;
  endfunction
  int r;
  // CHECK: endless-recursion_bad.sv:{{[0-9]+}}{{.*}}: error: endless recursion: the call of {{.*}}f exceeds the process stack limit
  // CHECK-SAME: [in test{{.*}}, at 7
  // CHECK-NOT: FAIL
  initial #7 begin
    r = f(0);
    $display("FAIL");
  end
endmodule
