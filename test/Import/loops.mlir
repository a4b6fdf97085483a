// Cycles of combinational operations settle: a latch of two gates, a cycle that runs
// through an instance, and one that is none bit by bit.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: set 1 0 2d
// CHECK-NEXT: hold 1 0 2d
// CHECK-NEXT: reset 0 1 2d

hw.module private @nor(in %a : i1, in %b : i1, out o : i1) {
  %true = hw.constant true
  %or = comb.or %a, %b : i1
  %o = comb.xor %or, %true : i1
  hw.output %o : i1
}
hw.module @latch(in %s : i1, in %r : i1, in %d : i2, out q : i1, out n : i1, out f : i8) {
  %q = hw.instance "g" @nor(a: %r: i1, b: %n: i1) -> (o: i1)
  %true = hw.constant true
  %or = comb.or %s, %q : i1
  %n = comb.xor %or, %true : i1
  // Each pair of bits is made of the pair below it.
  %low = comb.extract %f from 0 : (i8) -> i6
  %next = comb.concat %low, %d : i6, i2
  %c = hw.constant 44 : i8
  %f = comb.xor %next, %m : i8
  %m = comb.and %next, %z : i8
  %z = hw.constant 0 : i8
  %g = comb.and %f, %k : i8
  %k = hw.constant 0x2d : i8
  hw.output %q, %n, %g : i1, i1, i8
}

csim.module module @tb {
  csim.signal @s variable : i1
  csim.signal @r variable : i1
  csim.signal @d variable : i2
  csim.signal @q variable : i1
  csim.signal @n variable : i1
  csim.signal @f variable : i8
  csim.instance @u "u" of @latch [0 = @s, 1 = @r, 2 = @d, 3 = @q, 4 = @n, 5 = @f]
  csim.func @show(%text: !csim.string) attributes {task} {
    %c1 = arith.constant 1 : i64
    csim.wait_delay %c1
    %q = csim.addr @q : !csim.ref<i1>
    %n = csim.addr @n : !csim.ref<i1>
    %f = csim.addr @f : !csim.ref<i8>
    %0 = csim.load %q : !csim.ref<i1>
    %1 = csim.load %n : !csim.ref<i1>
    %2 = csim.load %f : !csim.ref<i8>
    csim.syscall "$display"(%text, %0, %1, %2 : !csim.string, i1, i1, i8) [#csim.arg<literal, text = "%0s %b %b %h">, #csim.arg<string>, #csim.arg<bits>, #csim.arg<bits>, #csim.arg<bits>]
    csim.return
  }
  csim.process initial "initial" {
    %on = arith.constant true
    %off = arith.constant false
    %c3 = arith.constant 3 : i2
    %s = csim.addr @s : !csim.ref<i1>
    %r = csim.addr @r : !csim.ref<i1>
    %d = csim.addr @d : !csim.ref<i2>
    csim.store %c3, %d : !csim.ref<i2>
    csim.store %on, %s : !csim.ref<i1>
    %set = csim.string_constant "set"
    csim.call @show(%set) : (!csim.string) -> ()
    csim.store %off, %s : !csim.ref<i1>
    %hold = csim.string_constant "hold"
    csim.call @show(%hold) : (!csim.string) -> ()
    csim.store %on, %r : !csim.ref<i1>
    %reset = csim.string_constant "reset"
    csim.call @show(%reset) : (!csim.string) -> ()
    csim.halt
  }
}
csim.top "tb" of @tb
