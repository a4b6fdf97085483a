// RUN: %circt-sim-opt %s -csim-simplify | FileCheck %s

csim.module module @m {
// CHECK-LABEL: csim.func @narrow
csim.func @narrow(%v: !csim.logic<8>, %w: !csim.logic<16>) -> (!csim.logic<8>, !csim.logic<8>, !csim.logic<8>) {
  %one = csim.constant "32'd1"
  %x = csim.extend %v : !csim.logic<8> -> !csim.logic<32>
  %y = csim.extend %w : !csim.logic<16> -> !csim.logic<32>
  %s = csim.add %x, %one : !csim.logic<32>
  // CHECK-DAG: %[[K:.*]] = csim.constant "8'h01"
  // CHECK-DAG: %[[S:.*]] = csim.add %arg0, %[[K]] : !csim.logic<8>
  %0 = csim.trunc %s : !csim.logic<32> -> !csim.logic<8>
  // An unknown bit above the result makes the sum x, so this one stays wide.
  // CHECK-DAG: %[[W:.*]] = csim.add %{{.*}} : !csim.logic<32>
  %t = csim.add %y, %one : !csim.logic<32>
  %1 = csim.trunc %t : !csim.logic<32> -> !csim.logic<8>
  // Bitwise operators work on each bit alone.
  // CHECK-DAG: %[[T:.*]] = csim.trunc %arg1
  // CHECK-DAG: csim.and %[[T]], %arg0 : !csim.logic<8>
  %u = csim.and %y, %x : !csim.logic<32>
  %2 = csim.trunc %u : !csim.logic<32> -> !csim.logic<8>
  csim.return %0, %1, %2 : !csim.logic<8>, !csim.logic<8>, !csim.logic<8>
}
// CHECK-LABEL: csim.func @conditions
csim.func @conditions(%a: !csim.logic<1>, %b: !csim.logic<1>, %c: !csim.logic<4>, %d: !csim.logic<4>) -> (i1, i1, i1) {
  %x = csim.is_true %a : !csim.logic<1>
  %y = csim.is_true %b : !csim.logic<1>
  // CHECK: %[[A:.*]] = csim.and %arg0, %arg1
  // CHECK: %[[R:.*]] = csim.is_true %[[A]]
  %0 = arith.andi %x, %y : i1
  %p = csim.is_true %c : !csim.logic<4>
  %q = csim.is_true %d : !csim.logic<4>
  // CHECK: %[[O:.*]] = csim.or %arg2, %arg3
  // CHECK: %[[S:.*]] = csim.is_true %[[O]]
  %1 = arith.ori %p, %q : i1
  // Two vectors can be true without a common bit.
  %p2 = csim.is_true %c : !csim.logic<4>
  %q2 = csim.is_true %d : !csim.logic<4>
  // CHECK: %[[T:.*]] = arith.andi
  %2 = arith.andi %p2, %q2 : i1
  // CHECK: csim.return %[[R]], %[[S]], %[[T]]
  csim.return %0, %1, %2 : i1, i1, i1
}
// CHECK-LABEL: csim.func @branches
csim.func @branches(%c: i1, %a: i8, %b: i8) -> i8 {
  // Empty arms of an if become a select.
  // CHECK-NEXT: %[[S:.*]] = arith.select %arg0, %arg1, %arg2 : i8
  cf.cond_br %c, ^x, ^y
^x:
  cf.br ^j(%a : i8)
^y:
  cf.br ^j(%b : i8)
^j(%r: i8):
  // The branch on a constant, and what it leaves unreachable, goes.
  %t = arith.constant true
  cf.cond_br %t, ^e, ^dead
^dead:
  cf.br ^dead
^e:
  // CHECK-NEXT: csim.return %[[S]]
  csim.return %r : i8
}
// CHECK-LABEL: csim.func @switch
csim.func @switch() -> i8 {
  %v = csim.constant "2'd2"
  %a = arith.constant 1 : i8
  %b = arith.constant 2 : i8
  // CHECK: %[[B:.*]] = arith.constant 2 : i8
  // CHECK-NEXT: csim.return %[[B]]
  csim.switch %v : !csim.logic<2>, ^j(%a : i8) [1: ^k, 2: ^l]
^k:
  cf.br ^j(%a : i8)
^l:
  cf.br ^j(%b : i8)
^j(%r: i8):
  csim.return %r : i8
}
// CHECK-LABEL: csim.func @uniform
csim.func @uniform(%c: i1, %a: i8) -> i8 {
  cf.br ^head(%a : i8)
// CHECK: ^bb1:
^head(%x: i8):
  cf.cond_br %c, ^head(%x : i8), ^exit
^exit:
  // CHECK: csim.return %arg1
  csim.return %x : i8
}
}
