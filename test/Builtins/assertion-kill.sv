// $assertkill takes back the reports of deferred assertions that wait (IEEE 1800-2023 16.4, 20.11).
// RUN: %run-tiers %s | FileCheck %s
// CHECK: final still reports
// CHECK-NEXT: other fails
// CHECK-NEXT: 1 again
// CHECK-NOT: {{[a-z]}}
module other(input logic x);
  always_comb assert #0 (x) else $display("other fails");
endmodule
module test;
  logic x = 1;
  other o(x);
  initial begin
    a1: assert #0 (0) else $display("1 fails");
    a2: assert final (0) else $display("2 fails");
    $assertkill;
    $asserton;
    a3: assert final (0) else $display("final still reports");
    #1 x = 0;
    begin : inner
      assert #0 (0) else $display("4 fails");
    end
    $assertkill(0, test.inner);
    #1 $asserton;
    a5: assert #0 (0) else $display("1 again");
  end
endmodule
