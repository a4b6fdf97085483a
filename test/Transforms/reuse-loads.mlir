// RUN: %circt-sim-opt %s -csim-reuse-loads | FileCheck %s

csim.module module @m {
csim.scope @s "s" begin
csim.signal @a variable : !csim.logic<8>
csim.signal @b variable : !csim.logic<8>
csim.signal @net wire : !csim.logic<8>
csim.signal @in variable : !csim.logic<8>
csim.port "in" input @in
csim.driver @d net @net : !csim.logic<8>
csim.func @other()

// Nonblocking assignments and stores of other variables leave a variable's value alone.
// CHECK-LABEL: csim.func @straight
csim.func @straight(%v: !csim.logic<8>) -> !csim.logic<8> {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  %b = csim.addr @b : !csim.ref<!csim.logic<8>>
  // CHECK: %[[L:.*]] = csim.load
  %0 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.nba %v, %a : !csim.ref<!csim.logic<8>>
  csim.store %v, %b : !csim.ref<!csim.logic<8>>
  // CHECK-NOT: csim.load
  %1 = csim.load %a : !csim.ref<!csim.logic<8>>
  // CHECK: csim.and %[[L]], %[[L]]
  %2 = csim.and %0, %1 : !csim.logic<8>
  csim.return %2 : !csim.logic<8>
}

// CHECK-LABEL: csim.func @killed
csim.func @killed(%v: !csim.logic<8>, %t: i64, %p: !csim.logic<4>) {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  %hi = csim.bits_ref %a from 4 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  %d = csim.addr @d : !csim.ref<!csim.logic<8>>
  // CHECK: csim.load
  %0 = csim.load %a : !csim.ref<!csim.logic<8>>
  // The stored value is not forwarded: the variable may be forced.
  csim.store %v, %a : !csim.ref<!csim.logic<8>>
  // CHECK: csim.load
  %1 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.store %p, %hi : !csim.ref<!csim.logic<4>>
  // CHECK: csim.load
  %2 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.wait_delay %t
  // CHECK: csim.load
  %3 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.call @other() : () -> ()
  // CHECK: csim.load
  %4 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.store %v, %d : !csim.ref<!csim.logic<8>>
  // CHECK: csim.load
  %5 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.syscall "$display"(%0, %1, %2, %3, %4, %5 : !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>) [#csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>]
  csim.return
}

// A port may be the same object as another signal, a net may be resolved by any store.
// CHECK-LABEL: csim.func @aliases
csim.func @aliases(%v: !csim.logic<8>) {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  %net = csim.addr @net : !csim.ref<!csim.logic<8>>
  // CHECK-COUNT-2: csim.load
  %0 = csim.load %in : !csim.ref<!csim.logic<8>>
  %1 = csim.load %net : !csim.ref<!csim.logic<8>>
  csim.store %v, %a : !csim.ref<!csim.logic<8>>
  // CHECK-COUNT-2: csim.load
  %2 = csim.load %in : !csim.ref<!csim.logic<8>>
  %3 = csim.load %net : !csim.ref<!csim.logic<8>>
  csim.syscall "$display"(%0, %1, %2, %3 : !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>) [#csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>, #csim.arg<logic>]
  csim.return
}

// What both ways agree on survives the join.
// CHECK-LABEL: csim.func @join
csim.func @join(%c: i1, %v: !csim.logic<8>) -> (!csim.logic<8>, !csim.logic<8>) {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  %b = csim.addr @b : !csim.ref<!csim.logic<8>>
  // CHECK: %[[A:.*]] = csim.load
  %0 = csim.load %a : !csim.ref<!csim.logic<8>>
  // CHECK: csim.load
  %1 = csim.load %b : !csim.ref<!csim.logic<8>>
  cf.cond_br %c, ^x, ^y
^x:
  csim.store %v, %b : !csim.ref<!csim.logic<8>>
  cf.br ^z
^y:
  csim.nba %1, %a : !csim.ref<!csim.logic<8>>
  cf.br ^z
^z:
  %2 = csim.load %a : !csim.ref<!csim.logic<8>>
  // CHECK: %[[B:.*]] = csim.load
  %3 = csim.load %b : !csim.ref<!csim.logic<8>>
  // CHECK: csim.return %[[A]], %[[B]]
  csim.return %2, %3 : !csim.logic<8>, !csim.logic<8>
}

// A loop may store in its body: its head starts with nothing.
// CHECK-LABEL: csim.func @loop
csim.func @loop(%c: i1, %v: !csim.logic<8>) -> !csim.logic<8> {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  // CHECK: csim.load
  %0 = csim.load %a : !csim.ref<!csim.logic<8>>
  cf.br ^head
^head:
  // CHECK: csim.load
  %1 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.store %v, %a : !csim.ref<!csim.logic<8>>
  cf.cond_br %c, ^head, ^exit
^exit:
  %2 = csim.and %0, %1 : !csim.logic<8>
  csim.return %2 : !csim.logic<8>
}

// The exit of a scope is reached from any point inside it.
// CHECK-LABEL: csim.func @scope
csim.func @scope(%v: !csim.logic<8>, %t: i64) -> !csim.logic<8> {
  %a = csim.addr @a : !csim.ref<!csim.logic<8>>
  // CHECK: %[[A:.*]] = csim.load
  %0 = csim.load %a : !csim.ref<!csim.logic<8>>
  csim.enter_scope @s, ^in, ^out
^in:
  csim.store %v, %a : !csim.ref<!csim.logic<8>>
  csim.wait_delay %t
  csim.exit_scope @s
  cf.br ^out
^out:
  // CHECK: %[[B:.*]] = csim.load
  %1 = csim.load %a : !csim.ref<!csim.logic<8>>
  // CHECK: csim.and %[[A]], %[[B]]
  %2 = csim.and %0, %1 : !csim.logic<8>
  csim.return %2 : !csim.logic<8>
}
}
