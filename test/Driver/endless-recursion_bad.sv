// A function that calls itself without end faults, at the same depth in every tier; the
// place and the time are told, and how deep it was.
// RUN: %not 1 %run-tiers %s 2>&1 | FileCheck %s
module test;
  function automatic int f(input int n);
    if (n % 20000 == 0) $display("%0d calls", n);
    return f(n + 1) + 1;
  endfunction
  int r;
  // CHECK: {{^}}1000000 calls{{$}}
  // CHECK: endless-recursion_bad.sv:{{[0-9]+}}{{.*}}: error: endless recursion: the call of {{.*}}f exceeds the process stack limit
  // CHECK-SAME: [in test{{.*}}, at 7
  // CHECK-NOT: FAIL
  initial #7 begin
    r = f(0);
    $display("FAIL");
  end
endmodule
