// Nets with several drivers, ports of all directions, continuous assignments, variables
// outside of modules, initial values.
// RUN: %run-tiers %s | FileCheck %s

moore.global_variable @shared : !moore.i8 init {
  %0 = moore.constant 40 : i8
  moore.yield %0 : i8
}
func.func private @twice(%arg0: !moore.i8) -> !moore.i8 {
  %0 = moore.add %arg0, %arg0 : i8
  return %0 : !moore.i8
}

moore.module private @half(in %a : !moore.l1, in %b : !moore.l1, out s : !moore.l1, out c : !moore.l1) {
  %a_0 = moore.net name "a" wire : <l1>
  %b_0 = moore.net name "b" wire : <l1>
  %s = moore.net wire : <l1>
  %c = moore.variable : <l1>
  %0 = moore.read %a_0 : <l1>
  %1 = moore.read %b_0 : <l1>
  %2 = moore.xor %0, %1 : l1
  %3 = moore.and %0, %1 : l1
  moore.assign %s, %2 : l1
  moore.procedure always_comb {
    moore.blocking_assign %c, %3 : l1
    moore.return
  }
  moore.assign %a_0, %a : l1
  moore.assign %b_0, %b : l1
  %4 = moore.read %s : <l1>
  %5 = moore.read %c : <l1>
  moore.output %4, %5 : !moore.l1, !moore.l1
}

// Drives the net behind its port when enabled.
moore.module private @pad(in %io : !moore.ref<l4>, in %en : !moore.l1, in %d : !moore.l4) {
  %io_0 = moore.net name "io" wire : <l4>
  %z = moore.constant bZZZZ : l4
  %0 = moore.conditional %en : l1 -> l4 {
    moore.yield %d : l4
  } {
    moore.yield %z : l4
  }
  moore.assign %io_0, %0 : l4
  %1 = moore.read %io : <l4>
  moore.assign %io_0, %1 : l4
}

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %c0 = moore.constant 0 : l1
  %c1 = moore.constant 1 : l1
  %x = moore.variable %c0 : <l1>
  %y = moore.variable %c1 : <l1>
  %sum = moore.net wire : <l1>
  %carry = moore.variable : <l1>
  %0 = moore.read %x : <l1>
  %1 = moore.read %y : <l1>
  %s, %c = moore.instance "u" @half(a: %0: !moore.l1, b: %1: !moore.l1) -> (s: !moore.l1, c: !moore.l1)
  moore.assign %sum, %s : l1
  moore.assign %carry, %c : l1

  // x and y on one net of each kind.
  %w = moore.net wire : <l1>
  %wa = moore.net wand : <l1>
  %wo = moore.net wor : <l1>
  %t0 = moore.net tri0 : <l1>
  %s1 = moore.net supply1 : <l1>
  %free = moore.net wire : <l1>
  moore.assign %w, %0 : l1
  moore.assign %w, %1 : l1
  moore.assign %wa, %0 : l1
  moore.assign %wa, %1 : l1
  moore.assign %wo, %0 : l1
  moore.assign %wo, %1 : l1

  // Bits of a net have drivers of their own; an initialised net has one too.
  %bits = moore.net wire : <l4>
  %lo = moore.extract_ref %bits from 0 : <l4> -> <l2>
  %hi = moore.extract_ref %bits from 3 : <l4> -> <l1>
  %both = moore.concat %0, %1 : (!moore.l1, !moore.l1) -> l2
  moore.assign %lo, %both : l2
  moore.assign %hi, %1 : l1
  %not = moore.not %0 : l1
  %net = moore.net wire %not : <l1>

  %bus = moore.net wire : <l4>
  %five = moore.constant 5 : l4
  %three = moore.constant 3 : l4
  moore.instance "p0" @pad(io: %bus: !moore.ref<l4>, en: %0: !moore.l1, d: %five: !moore.l4) -> ()
  moore.instance "p1" @pad(io: %bus: !moore.ref<l4>, en: %1: !moore.l1, d: %three: !moore.l4) -> ()

  // After a delay; into parts of a variable; by a call.
  %d5 = moore.constant_time 5000000 fs
  %late = moore.net wire : <l1>
  moore.delayed_assign %late, %0, %d5 : l1
  %pair = moore.variable : <ustruct<{a: l1, b: l4}>>
  %pa = moore.struct_extract_ref %pair, "a" : <ustruct<{a: l1, b: l4}>> -> <l1>
  moore.assign %pa, %not : l1
  %e1 = moore.constant 21 : i8
  %called = func.call @twice(%e1) : (!moore.i8) -> !moore.i8
  %initial = moore.variable %called : <i8>
  %copy = moore.read %initial : <i8>
  %dup = moore.variable %copy : <i8>

  moore.procedure initial {
    %d1 = moore.constant_time 1000000 fs
    %d6 = moore.constant_time 6000000 fs
    // CHECK: 42 42 40
    %i0 = moore.read %initial : <i8>
    %i1 = moore.read %dup : <i8>
    %g = moore.get_global_variable @shared : <i8>
    %i2 = moore.read %g : <i8>
    %f0 = moore.fmt.int decimal %i0, align right, pad space width 0 : i8
    %f1 = moore.fmt.int decimal %i1, align right, pad space width 0 : i8
    %f2 = moore.fmt.int decimal %i2, align right, pad space width 0 : i8
    %m0 = moore.fmt.concat (%f0, %sp, %f1, %sp, %f2, %nl)
    moore.builtin.display %m0
    // CHECK-NEXT: 1 0 x 0 1 0 1 z 1z01 1 0011 x 1
    moore.wait_delay %d1
    moore.call_coroutine @show(%sum, %carry, %w, %wa, %wo, %t0, %s1, %free, %bits, %net, %bus, %late, %pa) : (!moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l4>, !moore.ref<l1>, !moore.ref<l4>, !moore.ref<l1>, !moore.ref<l1>) -> ()
    // CHECK-NEXT: 0 1 1 1 1 0 1 z 1z11 0 0xx1 0 0
    moore.wait_delay %d6
    moore.blocking_assign %x, %c1 : l1
    moore.wait_delay %d1
    moore.call_coroutine @show(%sum, %carry, %w, %wa, %wo, %t0, %s1, %free, %bits, %net, %bus, %late, %pa) : (!moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l1>, !moore.ref<l4>, !moore.ref<l1>, !moore.ref<l4>, !moore.ref<l1>, !moore.ref<l1>) -> ()
    moore.return
  }
  moore.output
}

moore.coroutine private @show(%a: !moore.ref<l1>, %b: !moore.ref<l1>, %c: !moore.ref<l1>, %d: !moore.ref<l1>, %e: !moore.ref<l1>, %f: !moore.ref<l1>, %g: !moore.ref<l1>, %h: !moore.ref<l1>, %i: !moore.ref<l4>, %j: !moore.ref<l1>, %k: !moore.ref<l4>, %l: !moore.ref<l1>, %m: !moore.ref<l1>) {
  %sp = moore.fmt.literal " "
  %nl = moore.fmt.literal "\0A"
  %0 = moore.read %a : <l1>
  %1 = moore.read %b : <l1>
  %2 = moore.read %c : <l1>
  %3 = moore.read %d : <l1>
  %4 = moore.read %e : <l1>
  %5 = moore.read %f : <l1>
  %6 = moore.read %g : <l1>
  %7 = moore.read %h : <l1>
  %8 = moore.read %i : <l4>
  %9 = moore.read %j : <l1>
  %10 = moore.read %k : <l4>
  %11 = moore.read %l : <l1>
  %12 = moore.read %m : <l1>
  %f0 = moore.fmt.int binary %0, align right, pad zero : l1
  %f1 = moore.fmt.int binary %1, align right, pad zero : l1
  %f2 = moore.fmt.int binary %2, align right, pad zero : l1
  %f3 = moore.fmt.int binary %3, align right, pad zero : l1
  %f4 = moore.fmt.int binary %4, align right, pad zero : l1
  %f5 = moore.fmt.int binary %5, align right, pad zero : l1
  %f6 = moore.fmt.int binary %6, align right, pad zero : l1
  %f7 = moore.fmt.int binary %7, align right, pad zero : l1
  %f8 = moore.fmt.int binary %8, align right, pad zero : l4
  %f9 = moore.fmt.int binary %9, align right, pad zero : l1
  %f10 = moore.fmt.int binary %10, align right, pad zero : l4
  %f11 = moore.fmt.int binary %11, align right, pad zero : l1
  %f12 = moore.fmt.int binary %12, align right, pad zero : l1
  %all = moore.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %sp, %f4, %sp, %f5, %sp, %f6, %sp, %f7, %sp, %f8, %sp, %f9, %sp, %f10, %sp, %f11, %sp, %f12, %nl)
  moore.builtin.display %all
  moore.return
}
