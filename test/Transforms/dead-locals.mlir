// RUN: %circt-sim-opt %s -csim-dead-locals | FileCheck %s

!a = !csim.uarray<4 x i8, 0, 3>
csim.module module @m {
// CHECK-LABEL: csim.func @dead
csim.func @dead(%v: i8, %i: i64) {
  // CHECK-NOT: csim.local
  // CHECK-NOT: csim.store
  %l = csim.local : !csim.ref<!a>
  csim.init %l : !csim.ref<!a>
  %e = csim.elem_ref %l[%i] : !csim.ref<!a>
  csim.store %v, %e : !csim.ref<i8>
  // CHECK: csim.return
  csim.return
}
// CHECK-LABEL: csim.func @live
csim.func @live(%v: i8, %i: i64) {
  // CHECK: csim.local
  %l = csim.local : !csim.ref<!a>
  // CHECK: csim.local
  %k = csim.local : !csim.ref<!a>
  %e = csim.elem_ref %l[%i] : !csim.ref<!a>
  // CHECK: csim.store
  csim.store %v, %e : !csim.ref<i8>
  csim.copy %l to %k : !csim.ref<!a>
  csim.syscall "$display"(%k : !csim.ref<!a>) [#csim.arg<ref>]
  csim.return
}
}
