// Functions called by value: from a table by an index that stays and then changes,
// tasks that wait, recursion, several and wide results, disable inside a call.
// RUN: %run-tiers --extended %s | FileCheck %s
// RUN: env -u CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST %circt-sim --mode=compile --jit-hot-threshold=0 --jit-fail-on-deopt --jit-report=%t.json %s > %t.out
// RUN: FileCheck %s --check-prefix=NATIVE < %t.json
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 --jit-compile-budget=0 --jit-report=%t.none.json %s > %t.none.out
// RUN: FileCheck %s --check-prefix=NONE < %t.none.json
// NATIVE-DAG: "jit_deopts_total": 0
// NATIVE-DAG: "jit_strict_violations_total": 0
// NATIVE-DAG: "jit_native_instruction_share": 1
// NONE-DAG: "jit_compiles_total": 0
// NONE-DAG: "jit_exec_hits_total": 0
// CHECK: sum 669848
// CHECK-NEXT: 10! 3628800
// CHECK-NEXT: pair 43 1208925819614629174706174 cell 42
// CHECK-NEXT: slow 1 at 3
// CHECK-NEXT: fast 2 at 3
// CHECK-NEXT: slow 3 at 6
// CHECK-NEXT: fast 4 at 6
// CHECK-NEXT: through 14 at 9
// CHECK-NEXT: disabled at 50
// CHECK-NEXT: cell 7 at 50
!table = !csim.uarray<3 x i64, 0, 2>
csim.top "top" of @top
csim.module module @top {
  csim.scope @walk "walk" begin
  csim.signal @table variable : !table
  csim.signal @cell variable : i32
  csim.signal @go variable : i1
  csim.func @double(%x: i32) -> i32 attributes {automatic} {
    %0 = arith.addi %x, %x : i32
    csim.return %0 : i32
  }
  csim.func @square(%x: i32) -> i32 attributes {automatic} {
    %0 = arith.muli %x, %x : i32
    csim.return %0 : i32
  }
  csim.func @invert(%x: i32) -> i32 attributes {automatic} {
    %m = arith.constant -1 : i32
    %0 = arith.xori %x, %m : i32
    csim.return %0 : i32
  }
  csim.func @factorial(%self: i64, %n: i32) -> i32 attributes {automatic} {
    %zero = arith.constant 0 : i32
    %one = arith.constant 1 : i32
    %isZero = arith.cmpi eq, %n, %zero : i32
    cf.cond_br %isZero, ^done(%one : i32), ^more
  ^more:
    %less = arith.subi %n, %one : i32
    %r = csim.call_indirect %self(%self, %less) : (i64, i32) -> i32
    %p = arith.muli %r, %n : i32
    cf.br ^done(%p : i32)
  ^done(%result: i32):
    csim.return %result : i32
  }
  csim.func @pair(%x: !csim.logic<100>, %r: !csim.ref<i32>) -> (i32, !csim.logic<100>) attributes {automatic} {
    %v = csim.load %r : !csim.ref<i32>
    %one = arith.constant 1 : i32
    %w = arith.addi %v, %one : i32
    %y = csim.add %x, %x : !csim.logic<100>
    csim.return %w, %y : i32, !csim.logic<100>
  }
  csim.func @slow(%n: i32) -> i32 attributes {automatic, task} {
    %t = arith.constant 3 : i64
    csim.wait_delay %t
    %now = csim.syscall "$time"() [] : !csim.logic<64>
    csim.syscall "$display"(%n, %now : i32, !csim.logic<64>) [#csim.arg<literal, text = "slow %0d at %0t">, #csim.arg<bits>, #csim.arg<logic>]
    %one = arith.constant 1 : i32
    %m = arith.addi %n, %one : i32
    csim.return %m : i32
  }
  csim.func @fast(%n: i32) -> i32 attributes {automatic} {
    %now = csim.syscall "$time"() [] : !csim.logic<64>
    csim.syscall "$display"(%n, %now : i32, !csim.logic<64>) [#csim.arg<literal, text = "fast %0d at %0t">, #csim.arg<bits>, #csim.arg<logic>]
    %one = arith.constant 1 : i32
    %m = arith.addi %n, %one : i32
    csim.return %m : i32
  }
  csim.func @quiet(%n: i32) -> i32 attributes {automatic, task} {
    %t = arith.constant 3 : i64
    csim.wait_delay %t
    %ten = arith.constant 10 : i32
    %m = arith.addi %n, %ten : i32
    csim.return %m : i32
  }
  csim.func @through(%f: i64, %n: i32) -> i32 attributes {automatic, task} {
    %r = csim.call_indirect may_suspend %f(%n) : (i32) -> i32
    csim.return %r : i32
  }
  csim.func @forever() attributes {automatic, task} {
    %cell = csim.addr @cell : !csim.ref<i32>
    %seven = arith.constant 7 : i32
    csim.store %seven, %cell : !csim.ref<i32>
    csim.wait_forever
    %eight = arith.constant 8 : i32
    csim.store %eight, %cell : !csim.ref<i32>
    csim.return
  }

  csim.func @fill() attributes {automatic} {
    %table = csim.addr @table : !csim.ref<!table>
    %0 = arith.constant 0 : i64
    %1 = arith.constant 1 : i64
    %2 = arith.constant 2 : i64
    %f0 = csim.func_ref @double
    %f1 = csim.func_ref @top::@square
    %f2 = csim.func_ref @invert
    %e0 = csim.elem_ref %table[%0] : !csim.ref<!table>
    %e1 = csim.elem_ref %table[%1] : !csim.ref<!table>
    %e2 = csim.elem_ref %table[%2] : !csim.ref<!table>
    csim.store %f0, %e0 : !csim.ref<i64>
    csim.store %f1, %e1 : !csim.ref<i64>
    csim.store %f2, %e2 : !csim.ref<i64>
    csim.return
  }

  csim.process initial "main" {
    csim.call @fill() : () -> ()
    %table = csim.addr @table : !csim.ref<!table>
    %zero = arith.constant 0 : i32
    %one = arith.constant 1 : i32
    %three = arith.constant 3 : i32
    %hundred = arith.constant 100 : i32
    %count = arith.constant 400 : i32
    %mask = arith.constant 1048575 : i32
    cf.br ^loop(%zero, %one, %zero : i32, i32, i32)
  ^loop(%i: i32, %x: i32, %sum: i32):
    %more = arith.cmpi ult, %i, %count : i32
    cf.cond_br %more, ^body, ^behind
  ^body:
    %isEarly = arith.cmpi ult, %i, %hundred : i32
    %rest = arith.remui %i, %three : i32
    %which = arith.select %isEarly, %one, %rest : i32
    %which64 = arith.extui %which : i32 to i64
    %entry = csim.elem_ref %table[%which64] : !csim.ref<!table>
    %f = csim.load %entry : !csim.ref<i64>
    %r = csim.call_indirect %f(%x) : (i32) -> i32
    %r1 = arith.addi %r, %i : i32
    %x1 = arith.andi %r1, %mask : i32
    %sum1 = arith.xori %sum, %x1 : i32
    %sum2 = arith.addi %sum1, %three : i32
    %i1 = arith.addi %i, %one : i32
    cf.br ^loop(%i1, %x1, %sum2 : i32, i32, i32)
  ^behind:
    csim.syscall "$display"(%sum : i32) [#csim.arg<literal, text = "sum %0d">, #csim.arg<bits>]
    %self = csim.func_ref @factorial
    %ten = arith.constant 10 : i32
    %fact = csim.call_indirect %self(%self, %ten) : (i64, i32) -> i32
    csim.syscall "$display"(%fact : i32) [#csim.arg<literal, text = "10! %0d">, #csim.arg<bits>]
    %cell = csim.addr @cell : !csim.ref<i32>
    %v = arith.constant 42 : i32
    csim.store %v, %cell : !csim.ref<i32>
    %wide = csim.constant #csim.logic<"100'h7fffffffffffffffffff">
    %pair = csim.func_ref @pair
    %p:2 = csim.call_indirect %pair(%wide, %cell) : (!csim.logic<100>, !csim.ref<i32>) -> (i32, !csim.logic<100>)
    %now42 = csim.load %cell : !csim.ref<i32>
    csim.syscall "$display"(%p#0, %p#1, %now42 : i32, !csim.logic<100>, i32) [#csim.arg<literal, text = "pair %0d %0d cell %0d">, #csim.arg<bits>, #csim.arg<logic>, #csim.arg<bits>]
    %slow = csim.func_ref @slow
    %fast = csim.func_ref @fast
    %four = arith.constant 4 : i32
    cf.br ^tasks(%one, %slow, %fast : i32, i64, i64)
  ^tasks(%n: i32, %now: i64, %next: i64):
    %n1 = csim.call_indirect may_suspend %now(%n) : (i32) -> i32
    %again = arith.cmpi ule, %n1, %four : i32
    cf.cond_br %again, ^tasks(%n1, %next, %now : i32, i64, i64), ^nested
  ^nested:
    %through = csim.func_ref @through
    %quiet = csim.func_ref @quiet
    %q = csim.call_indirect may_suspend %through(%quiet, %four) : (i64, i32) -> i32
    %time = csim.syscall "$time"() [] : !csim.logic<64>
    csim.syscall "$display"(%q, %time : i32, !csim.logic<64>) [#csim.arg<literal, text = "through %0d at %0t">, #csim.arg<bits>, #csim.arg<logic>]
    csim.enter_scope @walk, ^inside, ^outside
  ^inside:
    %forever = csim.func_ref @forever
    csim.call_indirect may_suspend %forever() : () -> ()
    csim.exit_scope @walk
    cf.br ^outside
  ^outside:
    %end = csim.syscall "$time"() [] : !csim.logic<64>
    csim.syscall "$display"(%end : !csim.logic<64>) [#csim.arg<literal, text = "disabled at %0t">, #csim.arg<logic>]
    %last = csim.load %cell : !csim.ref<i32>
    csim.syscall "$display"(%last, %end : i32, !csim.logic<64>) [#csim.arg<literal, text = "cell %0d at %0t">, #csim.arg<bits>, #csim.arg<logic>]
    csim.halt
  }
  csim.process initial "ender" {
    %t = arith.constant 50 : i64
    csim.wait_delay %t
    csim.disable @walk
    csim.halt
  }
}
