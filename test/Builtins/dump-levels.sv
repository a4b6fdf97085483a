// Scopes, levels and single variables of $dumpvars (IEEE 1800-2023 21.7.1.2). The
// declarations compared are those of Icarus Verilog.
// RUN: %circt-sim -DFILE='"%t.vcd"' %s && FileCheck %s < %t.vcd
// CHECK:      $timescale
// CHECK-NEXT: 1ns
// CHECK:      $scope module test $end
// CHECK-NEXT: $var reg 4 [[T:.]] t [3:0] $end
// CHECK-NEXT: $scope module a $end
// CHECK-NEXT: $var reg 4 [[A:.]] v [3:0] $end
// CHECK-NEXT: $upscope $end
// CHECK-NEXT: $scope module b $end
// CHECK-NEXT: $var reg 4 [[B:.]] v [3:0] $end
// CHECK-NEXT: $scope module l $end
// CHECK-NEXT: $var reg 1 [[X:.]] x $end
// CHECK-NEXT: $upscope $end
// CHECK-NEXT: $upscope $end
// CHECK-NEXT: $upscope $end
// CHECK-NEXT: $enddefinitions $end
// CHECK-NEXT: #0
// CHECK-NEXT: $dumpvars
// CHECK-DAG:  b1 [[T]]
// CHECK-DAG:  b11 [[A]]
// CHECK-DAG:  b11 [[B]]
// CHECK-DAG:  0[[X]]
// CHECK:      $end
// CHECK-NEXT: #5
// CHECK-NEXT: b10 [[T]]
`timescale 1ns / 1ns
module leaf;
  reg x = 0;
endmodule
module mid;
  reg [3:0] v = 3;
  leaf l ();
endmodule
module test;
  reg [3:0] t = 1, unseen = 2;
  mid a (), b ();
  initial begin
    $dumpfile(`FILE);
    $dumpvars(1, a, t);
    $dumpvars(0, b);
    #5 t = 2;
    unseen = 3;
  end
endmodule
