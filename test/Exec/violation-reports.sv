// unique, unique0 and priority report values without a match and with two
// (IEEE 1800-2023 12.4.2, 12.5.3).
// No oracle: Icarus Verilog 11 ignores them.
// XFAIL: *
// Known gap: unique and priority violations are not reported (12.4.2.1).
// RUN: %run-tiers %s 2>&1 | FileCheck %s
module test;
  logic [1:0] v;
  initial begin
    v = 2;
    // CHECK: violation-reports.sv:[[#@LINE+1]]{{.*}} warning: {{.*}}unique case
    unique case (v)
      0, 1: ;
    endcase
    #1;
    // CHECK: violation-reports.sv:[[#@LINE+1]]{{.*}} warning: {{.*}}priority if
    priority if (v == 0) ;
    else if (v == 1) ;
    #1;
    // CHECK: violation-reports.sv:[[#@LINE+1]]{{.*}} warning: {{.*}}unique if
    unique if (v == 2) ;
    else if (v[1]) ;
    #1;
    // CHECK-NOT: warning
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
