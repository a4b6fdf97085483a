// Reports of combinational procedures wait until the end of the time step: a value that
// does not last is not reported; deferred assertions likewise
// (IEEE 1800-2023 12.4.2.1, 16.4.2).
// No oracle: Icarus Verilog 11 has neither.
// RUN: %not 1 %run-tiers %s | FileCheck %s
module test;
  logic [1:0] s = 0;
  logic a = 0, b;
  int failures = 0;
  always_comb begin
    unique case (s)
      0, 1, 2: ;
    endcase
  end
  always_comb begin : equal
    assert #0 (a == b) else $error("a is not b");
  end
  always_comb b = a;  // behind its reader: a glitch at every change of a
  function automatic void count();
    ++failures;
  endfunction
  initial begin
    // CHECK-NOT: WARNING
    // CHECK-NOT: ERROR
    #1 a = 1;
    #1 s = 3;
    s = 2;
    #1 $display("quiet");
    // CHECK: quiet
    s = 3;
    // CHECK: WARNING: {{.*}}violation-reports-deferred.sv:11: unique case: no item matches
    // CHECK-NEXT: Time: 3 Scope: test
    #1 s = 0;
    assert final (failures == 1) else count();
    assert #0 (failures == 0) $display("passed");
    else count();
    $display("first");
    // CHECK: first
    // CHECK-NEXT: passed
    #1 $display("%0d", failures);
    // CHECK-NEXT: 1
    named : assert #0 (0);
    // CHECK-NEXT: ERROR: {{.*}}violation-reports-deferred.sv:[[#@LINE-1]]: Assertion 'named' failed.
    #1;
  end
endmodule
