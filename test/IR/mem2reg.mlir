// RUN: %circt-sim-opt %s -mem2reg | FileCheck %s
// The interfaces of csim.local, csim.load and csim.store for MLIR's own pass.

csim.module module @m {
// CHECK-LABEL: csim.func @f
csim.func @f(%c: i1, %v: !csim.logic<8>) -> !csim.logic<8> {
  // CHECK-NOT: csim.local
  %l = csim.local : !csim.ref<!csim.logic<8>>
  // CHECK: %[[X:.*]] = csim.constant "8'hxx"
  // CHECK: cf.cond_br %arg0, ^bb1, ^bb2(%[[X]] : !csim.logic<8>)
  cf.cond_br %c, ^a, ^b
^a:
  csim.store %v, %l : !csim.ref<!csim.logic<8>>
  // CHECK: cf.br ^bb2(%arg1 : !csim.logic<8>)
  cf.br ^b
// CHECK: ^bb2(%[[R:.*]]: !csim.logic<8>)
^b:
  %0 = csim.load %l : !csim.ref<!csim.logic<8>>
  // CHECK: csim.return %[[R]]
  csim.return %0 : !csim.logic<8>
}
// CHECK-LABEL: csim.func @g
csim.func @g() -> i8 {
  // CHECK: csim.local volatile
  %l = csim.local volatile : !csim.ref<i8>
  %0 = csim.load %l : !csim.ref<i8>
  csim.return %0 : i8
}
}
