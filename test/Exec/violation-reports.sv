// unique, unique0 and priority report values without a match and with two
// (IEEE 1800-2023 12.4.2, 12.5.3).
// No oracle: Icarus Verilog 11 ignores them.
// RUN: %run-tiers %s 2>&1 | FileCheck %s
module test;
  logic [1:0] v;
  initial begin
    v = 2;
    // CHECK: WARNING: {{.*}}violation-reports.sv:[[#@LINE+2]]: unique case: no item matches
    // CHECK-NEXT: Time: 0 Scope: test
    unique case (v)
      0, 1: ;
    endcase
    #1;
    // CHECK: WARNING: {{.*}}violation-reports.sv:[[#@LINE+2]]: priority if: no condition is true
    // CHECK-NEXT: Time: 1 Scope: test
    priority if (v == 0) ;
    else if (v == 1) ;
    #1;
    // CHECK: WARNING: {{.*}}violation-reports.sv:[[#@LINE+2]]: unique if: more than one condition is true
    // CHECK-NEXT: Time: 2 Scope: test
    unique if (v == 2) ;
    else if (v[1]) ;
    #1;
    // CHECK-NOT: WARNING
    unique0 case (v)
      0: ;
    endcase
    unique case (v)
      0: ;
      default: ;
    endcase
    priority case (v)
      2: ;
      2'b1x: ;
    endcase
  end
  // CHECK: end
  final $display("end");
endmodule
