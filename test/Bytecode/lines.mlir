// RUN: %circt-sim-opt %s -dump-bytecode -o /dev/null | FileCheck %s

csim.module module @m {
csim.func @f(%a: i8) -> i8 {
  // CHECK: line a.sv:3:5
  // CHECK-NEXT: AddI
  %0 = arith.addi %a, %a : i8 loc("a.sv":3:5)
  // The innermost position of a named, fused or called location.
  // CHECK-NEXT: line b.sv:7:1
  // CHECK-NEXT: MulI
  %1 = arith.muli %0, %0 : i8 loc(fused["x"("b.sv":7:1), "c.sv":1:1])
  // CHECK-NEXT: SubI
  %2 = arith.subi %1, %a : i8 loc("b.sv":7:1)
  // CHECK-NEXT: line a.sv:4:1
  // CHECK-NEXT: Return
  csim.return %2 : i8 loc("a.sv":4:1)
}
}
