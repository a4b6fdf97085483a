// $fatal ends the simulation with status 1; `final` procedures still run
// (IEEE 1800-2023 20.10). Expected output: Icarus Verilog.
// RUN: %not 1 %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  initial begin
    #5 $fatal(1, "fat %0d", 9);
    $display("after");
  end
  final $display("final");
endmodule
//      CHECK:FATAL: {{.*}}fatal.sv:7: fat 9
// CHECK-NEXT:       Time: 5 Scope: test
// CHECK-NEXT:final
