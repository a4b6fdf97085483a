// $dumpports: extended VCD (IEEE 1800-2023 21.7.3, 21.7.4).
// RUN: rm -rf %t && mkdir %t && cd %t && %circt-sim %s && FileCheck %s < ports.evcd
// RUN: FileCheck %s --check-prefix=OTHER < %t/other.evcd
// CHECK: $scope module test.u $end
// CHECK-NEXT: $var port 1 <0 a $end
// CHECK-NEXT: $var port [1:0] <1 b $end
// CHECK-NEXT: $var port 1 <2 c $end
// CHECK: $enddefinitions $end
// CHECK-NEXT: #0
// CHECK-NEXT: $dumpports
// CHECK-NEXT: pD 6 0 <0
// CHECK-NEXT: pLL 66 00 <1
// CHECK-NEXT: pF 0 0 <2
// CHECK-NEXT: $end
// CHECK-NEXT: #5
// CHECK-NEXT: pU 0 6 <0
// CHECK-NEXT: pLH 60 06 <1
// CHECK-NEXT: #7
// CHECK-NEXT: $dumpportsoff
// CHECK: $end
// CHECK-NEXT: #9
// CHECK-NEXT: $dumpportson
// CHECK-NEXT: pN 6 6 <0
// CHECK: $vcdclose #9 $end
// OTHER: $scope module test.u $end
module device(input a, output [1:0] b, inout c);
  assign b = a;
endmodule
module test;
  reg a = 0;
  wire [1:0] b;
  wire c;
  string other = "other.evcd";
  device u(a, b, c);
  initial begin
    $dumpports(u, "ports.evcd");
    $dumpports(test.u, other);
    #5 a = 1;
    #2 $dumpportsoff("ports.evcd");
    a = 1'bx;
    #2 $dumpportson("ports.evcd");
  end
endmodule
