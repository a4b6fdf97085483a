// RUN: %circt-sim-opt %s -csim-case-switch | FileCheck %s

csim.module module @m {
// CHECK-LABEL: csim.func @three
csim.func @three(%v: !csim.logic<4>, %a: i8) -> i8 {
  %k0 = csim.constant "4'd0"
  %0 = csim.case_eq %v, %k0 : !csim.logic<4>
  // CHECK: csim.switch %arg0 : !csim.logic<4>, ^bb3 [0: ^bb1, 5: ^bb2(%arg1 : i8), 3: ^bb1]
  cf.cond_br %0, ^x, ^t1
^t1:
  %k1 = csim.constant "4'd5"
  %1 = csim.case_eq %v, %k1 : !csim.logic<4>
  cf.cond_br %1, ^y(%a : i8), ^t2
^t2:
  // The second label 0 can never be reached.
  %2 = csim.case_eq %k0, %v : !csim.logic<4>
  cf.cond_br %2, ^d, ^t3
^t3:
  %k3 = csim.constant "4'd3"
  %3 = csim.case_eq %v, %k3 : !csim.logic<4>
  cf.cond_br %3, ^x, ^d
^x:
  %c1 = arith.constant 1 : i8
  csim.return %c1 : i8
^y(%b: i8):
  csim.return %b : i8
^d:
  %c2 = arith.constant 2 : i8
  csim.return %c2 : i8
}

// CHECK-LABEL: csim.func @two_state
csim.func @two_state(%v: i2) {
  %k0 = arith.constant 0 : i2
  %k1 = arith.constant 1 : i2
  %k3 = arith.constant 3 : i2
  %0 = arith.cmpi eq, %v, %k0 : i2
  // CHECK: csim.switch %arg0 : i2, ^bb1 [0: ^bb1, 1: ^bb1, 3: ^bb1]
  cf.cond_br %0, ^d, ^t1
^t1:
  %1 = arith.cmpi eq, %v, %k1 : i2
  cf.cond_br %1, ^d, ^t2
^t2:
  %2 = arith.cmpi eq, %v, %k3 : i2
  cf.cond_br %2, ^d, ^d
^d:
  csim.return
}

// A label with x ends the chain, two tests are too few, an effect between the tests matters.
// CHECK-LABEL: csim.func @stays
csim.func @stays(%v: !csim.logic<4>) {
  // CHECK-NOT: csim.switch
  %k0 = csim.constant "4'd0"
  %k1 = csim.constant "4'd1"
  %x = csim.constant "4'hx"
  %0 = csim.case_eq %v, %k0 : !csim.logic<4>
  cf.cond_br %0, ^d, ^t1
^t1:
  %1 = csim.case_eq %v, %k1 : !csim.logic<4>
  cf.cond_br %1, ^d, ^t2
^t2:
  %2 = csim.case_eq %v, %x : !csim.logic<4>
  cf.cond_br %2, ^d, ^t3
^t3:
  csim.syscall "$display"() []
  %3 = csim.case_eq %v, %k1 : !csim.logic<4>
  cf.cond_br %3, ^d, ^d
^d:
  csim.return
}
}
