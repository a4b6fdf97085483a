// $stacktrace as a task and as a function: the innermost call first (IEEE 1800-2023 20.17.2).
// No oracle: Icarus Verilog does not have it.
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
`timescale 1ns/1ns
module leaf;
  function automatic string trace(int depth);
    if (depth > 0)
      return trace(depth - 1);
    return $stacktrace;
  endfunction
  task automatic later();
    #5;
    begin : block
      $stacktrace;
    end
  endtask
endmodule

module test;
  leaf u();
  string text;
  int fast;
  function int spin(int n);
    for (int i = 0; i < n; i++)
      fast += i;
    if (n == 3000)
      $stacktrace();
    return fast;
  endfunction
  task twice;
    u.later();
    $display("back");
    u.later();
  endtask

  initial begin
    // CHECK: #0 test at {{.*}}stacktrace.sv:[[@LINE+1]]
    $stacktrace;
    text = u.trace(1);
    // CHECK-NEXT: #0 test.u.trace at {{.*}}stacktrace.sv:9
    // CHECK-NEXT: #1 test.u.trace at {{.*}}stacktrace.sv:8
    // CHECK-NEXT: #2 test at {{.*}}stacktrace.sv:[[@LINE-3]]
    $display("%s", text);
    // CHECK-NEXT: #0 test.u.later.block at {{.*}}stacktrace.sv:14
    // CHECK-NEXT: #1 test.twice at {{.*}}stacktrace.sv:31
    // CHECK-NEXT: #2 test at {{.*}}stacktrace.sv:[[@LINE+5]]
    // CHECK-NEXT: back
    // CHECK-NEXT: #0 test.u.later.block at {{.*}}stacktrace.sv:14
    // CHECK-NEXT: #1 test.twice at {{.*}}stacktrace.sv:33
    // CHECK-NEXT: #2 test at {{.*}}stacktrace.sv:[[@LINE+1]]
    twice;
    // CHECK-NEXT: #0 test.spin at {{.*}}stacktrace.sv:27
    // CHECK-NEXT: #1 test at {{.*}}stacktrace.sv:[[@LINE+2]]
    for (int i = 2990; i <= 3001; i++)
      void'(spin(i));
    void'($stacktrace);
    fork
      begin : branch
        // CHECK-NEXT: #0 test.branch at {{.*}}stacktrace.sv:[[@LINE+1]]
        $stacktrace;
      end
    join
    // CHECK-NEXT: lines 2
    // CHECK-NOT: #
    text = u.trace(0);
    fast = 1;
    foreach (text[i])
      if (text[i] == "\n") fast++;
    $display("lines %0d", fast);
  end
endmodule
