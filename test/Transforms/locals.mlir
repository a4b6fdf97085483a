// RUN: %circt-sim-opt %s -csim-promote-locals | FileCheck %s

csim.module module @m {
csim.scope @s "s" begin

// CHECK-LABEL: csim.func @diamond
csim.func @diamond(%c: i1, %v: !csim.logic<8>) -> !csim.logic<8> {
  // CHECK: %[[X:.*]] = csim.constant "8'hxx"
  // CHECK-NOT: csim.local
  %l = csim.local : !csim.ref<!csim.logic<8>>
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

// CHECK-LABEL: csim.func @loop
csim.func @loop(%n: i32) -> i32 {
  %i = csim.local : !csim.ref<i32>
  %dead = csim.local : !csim.ref<i32>
  // CHECK: %[[Z:.*]] = arith.constant 0 : i32
  %z = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  csim.store %z, %i : !csim.ref<i32>
  // A variable that is not live at the loop head gets no argument there.
  // CHECK: cf.br ^bb1(%[[Z]] : i32)
  cf.br ^head
// CHECK: ^bb1(%[[I:.*]]: i32):
^head:
  %v = csim.load %i : !csim.ref<i32>
  csim.store %v, %dead : !csim.ref<i32>
  %c = arith.cmpi slt, %v, %n : i32
  cf.cond_br %c, ^body, ^exit
^body:
  // CHECK: %[[N:.*]] = arith.addi %[[I]]
  %w = arith.addi %v, %one : i32
  csim.store %w, %i : !csim.ref<i32>
  // CHECK: cf.br ^bb1(%[[N]] : i32)
  cf.br ^head
^exit:
  %r = csim.load %i : !csim.ref<i32>
  // CHECK: csim.return %[[I]] : i32
  csim.return %r : i32
}

// Declared in the loop body: starts from its default in every round.
// CHECK-LABEL: csim.func @redeclared
csim.func @redeclared(%n: i1) {
  cf.br ^head
// CHECK: ^bb1:
^head:
  %l = csim.local : !csim.ref<i8>
  // CHECK: %[[Z:.*]] = arith.constant 0 : i8
  %v = csim.load %l : !csim.ref<i8>
  csim.store %v, %l : !csim.ref<i8>
  // CHECK: csim.syscall "$display"(%[[Z]] : i8)
  csim.syscall "$display"(%v : i8) [#csim.arg<bits>]
  cf.cond_br %n, ^head, ^exit
^exit:
  csim.return
}

// CHECK-LABEL: csim.func @parts
csim.func @parts(%i: i64, %b: !csim.logic<1>, %w: !csim.logic<8>) -> (!csim.logic<8>, !csim.logic<4>) {
  // CHECK-NOT: csim.local
  %l = csim.local : !csim.ref<!csim.logic<8>>
  csim.store %w, %l : !csim.ref<!csim.logic<8>>
  %bit = csim.bits_ref %l[%i] : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<1>>
  // CHECK: %[[A:.*]] = csim.dyn_insert %arg1 into %arg2[%arg0]
  csim.store %b, %bit : !csim.ref<!csim.logic<1>>
  %low = csim.bits_ref %l from 4 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  // CHECK: %[[B:.*]] = csim.extract %[[A]] from 4
  %v = csim.load %low : !csim.ref<!csim.logic<4>>
  %r = csim.load %l : !csim.ref<!csim.logic<8>>
  // CHECK: csim.return %[[A]], %[[B]]
  csim.return %r, %v : !csim.logic<8>, !csim.logic<4>
}

// CHECK-LABEL: csim.func @stays
csim.func @stays(%f: i8) {
  // CHECK: csim.local volatile
  %a = csim.local volatile : !csim.ref<i8>
  csim.store %f, %a : !csim.ref<i8>
  // CHECK: csim.local : !csim.ref<i8>
  %b = csim.local : !csim.ref<i8>
  csim.fork none [@takes(%b : !csim.ref<i8>)]
  csim.return
}
csim.func @takes(!csim.ref<i8>)

// A disable of @s can come at the wait: the store before it must be seen behind the scope.
// CHECK-LABEL: csim.func @scoped
csim.func @scoped(%t: i64, %v: i8) -> i8 {
  // CHECK: %[[L:.*]] = csim.local : !csim.ref<i8>
  %l = csim.local : !csim.ref<i8>
  csim.enter_scope @s, ^in, ^out
^in:
  // Declared inside: not visible behind the scope.
  // CHECK-NOT: csim.local
  %k = csim.local : !csim.ref<i8>
  csim.store %v, %k : !csim.ref<i8>
  // CHECK: csim.store %arg1, %[[L]]
  csim.store %v, %l : !csim.ref<i8>
  csim.wait_delay %t
  %w = csim.load %k : !csim.ref<i8>
  // CHECK: csim.syscall "$display"(%arg1 : i8)
  csim.syscall "$display"(%w : i8) [#csim.arg<bits>]
  csim.exit_scope @s
  cf.br ^out
^out:
  // CHECK: %[[R:.*]] = csim.load %[[L]]
  %r = csim.load %l : !csim.ref<i8>
  // CHECK: csim.return %[[R]]
  csim.return %r : i8
}
}
