// $info, $warning, $error and their two-line form; an error counts for the exit
// status (IEEE 1800-2023 20.10). Expected output: Icarus Verilog.
// RUN: %not 1 %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
`timescale 1ns / 1ps
module sub;
  initial begin
    #10;
    $info("inf %0d", 3);
    $warning("warn");
    $error("err %0d", 5);
    $error;
    $info(5,, 6);
  end
endmodule
module test;
  sub u ();
endmodule
//      CHECK:INFO: {{.*}}severity.sv:9: inf 3
// CHECK-NEXT:      Time: 10000 Scope: test.u
// CHECK-NEXT:WARNING: {{.*}}severity.sv:10: warn
// CHECK-NEXT:         Time: 10000 Scope: test.u
// CHECK-NEXT:ERROR: {{.*}}severity.sv:11: err 5
// CHECK-NEXT:       Time: 10000 Scope: test.u
// CHECK-NEXT:ERROR: {{.*}}severity.sv:12: 
// CHECK-NEXT:       Time: 10000 Scope: test.u
// CHECK-NEXT:INFO: {{.*}}severity.sv:13:           5           6
// CHECK-NEXT:      Time: 10000 Scope: test.u
