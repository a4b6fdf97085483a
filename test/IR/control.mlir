// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

csim.module module @m {
csim.scope @s "s" begin
csim.signal @x variable : !csim.logic<8>
csim.signal @e variable : !csim.event
csim.extern_instance @other up 0 ["u"]
csim.func @g(%a: i8, %b: !csim.ref<!csim.logic<8>>) -> (i8, !csim.logic<8>) {
  %0 = csim.load %b : !csim.ref<!csim.logic<8>>
  // CHECK: csim.return %{{.*}}, %{{.*}} : i8, !csim.logic<8>
  csim.return %a, %0 : i8, !csim.logic<8>
}
csim.func @h() attributes {task}
csim.func @f(%t: i64, %a: i8, %v: !csim.logic<2>) {
  // CHECK: %[[X:.*]] = csim.addr @x
  %x = csim.addr @x : !csim.ref<!csim.logic<8>>
  // CHECK: %[[E:.*]] = csim.addr @e
  %e = csim.addr @e : !csim.ref<!csim.event>
  // CHECK: csim.wait_delay %{{.*}}
  csim.wait_delay %t
  // CHECK: csim.wait_event [any %[[X]], negedge %[[X]], edge %[[X]], event %[[E]] : !csim.ref<!csim.logic<8>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.event>]
  csim.wait_event [any %x, negedge %x, edge %x, event %e : !csim.ref<!csim.logic<8>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.event>]
  // CHECK: csim.trigger %[[E]] : !csim.ref<!csim.event>
  csim.trigger %e : !csim.ref<!csim.event>
  // CHECK: csim.trigger nonblocking %[[E]] after %{{.*}} : !csim.ref<!csim.event>
  csim.trigger nonblocking %e after %t : !csim.ref<!csim.event>
  // CHECK: csim.triggered %[[E]] : !csim.ref<!csim.event>
  %0 = csim.triggered %e : !csim.ref<!csim.event>
  // CHECK: csim.fork any [@g(%{{.*}} : i8, %{{.*}} : !csim.ref<!csim.logic<8>>), @h()]
  csim.fork any [@g(%a : i8, %x : !csim.ref<!csim.logic<8>>), @h()]
  // CHECK: csim.fork none []
  csim.fork none []
  // CHECK: csim.wait_fork
  csim.wait_fork
  // CHECK: csim.disable_fork
  csim.disable_fork
  // CHECK: csim.disable @s
  csim.disable @s
  // CHECK: csim.disable @m::@s on @other
  csim.disable @m::@s on @other
  // CHECK: %{{.*}}:2 = csim.call @g(%{{.*}}, %{{.*}}) : (i8, !csim.ref<!csim.logic<8>>) -> (i8, !csim.logic<8>)
  %1:2 = csim.call @g(%a, %x) : (i8, !csim.ref<!csim.logic<8>>) -> (i8, !csim.logic<8>)
  // CHECK: csim.call @m::@h() on @other : () -> ()
  csim.call @m::@h() on @other : () -> ()
  // CHECK: %[[F:.*]] = csim.func_ref @g
  %f = csim.func_ref @g
  // CHECK: csim.func_ref @m::@h
  %k = csim.func_ref @m::@h
  // CHECK: %{{.*}}:2 = csim.call_indirect %[[F]](%{{.*}}, %{{.*}}) : (i8, !csim.ref<!csim.logic<8>>) -> (i8, !csim.logic<8>)
  %i:2 = csim.call_indirect %f(%a, %x) : (i8, !csim.ref<!csim.logic<8>>) -> (i8, !csim.logic<8>)
  // CHECK: csim.call_indirect may_suspend %{{.*}}() on @other : () -> ()
  csim.call_indirect may_suspend %k() on @other : () -> ()
  // CHECK: csim.syscall "$display"(%{{.*}} : !csim.logic<8>)
  // CHECK-SAME: [#csim.arg<literal, text = "v=%d">, #csim.arg<logic, isSigned = true, type = !csim.logic<8>, text = "v", symbol = @x>] scope @s
  csim.syscall "$display"(%1#1 : !csim.logic<8>) [#csim.arg<literal, text = "v=%d">, #csim.arg<logic, isSigned = true, type = !csim.logic<8>, text = "v", symbol = @x>] scope @s
  // CHECK: csim.syscall "$time"() [] : i64
  %2 = csim.syscall "$time"() [] : i64
  // CHECK: csim.syscall "$monitor"() [#csim.arg<thunk, symbol = @h>, #csim.arg<missing>] may_suspend
  csim.syscall "$monitor"() [#csim.arg<thunk, symbol = @h>, #csim.arg<missing>] may_suspend
  // CHECK: csim.rt "time_now"() : () -> i64
  %3 = csim.rt "time_now"() : () -> i64
  // CHECK: csim.rt may_suspend "wait_for"(%{{.*}}) : (i64) -> ()
  csim.rt may_suspend "wait_for"(%t) : (i64) -> ()
  // CHECK: csim.enter_scope @s, ^bb1(%{{.*}} : i8), ^bb2
  csim.enter_scope @s, ^in(%a : i8), ^out
^in(%b: i8):
  // CHECK: csim.exit_scope @s
  csim.exit_scope @s
  cf.br ^out
^out:
  // CHECK: csim.switch %{{.*}} : !csim.logic<2>, ^bb5 [1: ^bb3(%{{.*}} : i8), 2: ^bb4]
  csim.switch %v : !csim.logic<2>, ^default [1: ^one(%a : i8), 2: ^two]
^one(%c: i8):
  csim.return
^two:
  // CHECK: csim.wait_forever
  csim.wait_forever
  csim.return
^default:
  // CHECK: csim.halt
  csim.halt
}
}
