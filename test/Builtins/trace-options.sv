// --vcd with --trace patterns and --trace-all.
// RUN: %circt-sim --vcd %t.vcd %s && FileCheck %s < %t.vcd
// RUN: %circt-sim --vcd %t.vcd --trace='*.q' %s && FileCheck %s --check-prefix=GLOB < %t.vcd
// RUN: %circt-sim --vcd %t.vcd --trace-all %s && FileCheck %s --check-prefix=ALL < %t.vcd
// CHECK:      $var reg 8 {{.}} q [7:0] $end
// CHECK-NOT:  mem
// CHECK:      $enddefinitions
// CHECK-NEXT: #0
// CHECK-NEXT: $dumpvars
// GLOB:       $scope module test $end
// GLOB-NEXT:  $var reg 8 [[Q:.]] q [7:0] $end
// GLOB-NEXT:  $upscope
// GLOB:       #3
// GLOB-NEXT:  b111 [[Q]]
// ALL-DAG:    $var reg 8 {{.}} q [7:0] $end
// ALL-DAG:    $var reg 4 {{.}} mem[2] [3:0] $end
module test;
  reg [7:0] q = 0;
  reg other = 0;
  reg [3:0] mem[0:3];
  initial begin
    mem[2] = 1;
    #3 q = 7;
    other = 1;
  end
endmodule
