// $strobe and $monitor of the step in which $finish is called still print
// (IEEE 1800-2023 21.2.2). Expected output: Icarus Verilog.
// RUN: %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  reg a = 0;
  initial begin
    $strobe("strobe %b", a);
    $monitor("monitor %b", a);
    #5 a = 1;
    $strobe("second %b", a);
    $display("before");
    $finish(0);
    a = 0;
    $display("after");
  end
endmodule
//      CHECK:strobe 0
// CHECK-NEXT:monitor 0
// CHECK-NEXT:before
// CHECK-NEXT:monitor 1
// CHECK-NEXT:second 1
