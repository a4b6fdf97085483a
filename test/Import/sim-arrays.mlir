// Associative arrays and strings of sim, also in the body of a module.
// RUN: %run-tiers %s | FileCheck %s

hw.module @tb() {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %ns = llhd.constant_time <1ns, 0d, 0e>
  %none = sim.assoc_array.empty : <i16, !sim.dstring>
  %ages = llhd.sig %none : !sim.assoc_array<i16, !sim.dstring>
  %nobody = sim.string.literal ""
  %name = llhd.sig %nobody : !sim.dstring

  // These follow the signals.
  %all = llhd.prb %ages : !sim.assoc_array<i16, !sim.dstring>
  %text = llhd.prb %name : !sim.dstring
  %count = sim.assoc_array.size %all : <i16, !sim.dstring>
  %known = sim.assoc_array.exists %text in %all : <i16, !sim.dstring>
  %hello = sim.string.literal "hello "
  %greeting = sim.string.concat (%hello, %text)
  %long = sim.string.length %greeting

  %nl = sim.fmt.literal "\0A"
  %sp = sim.fmt.literal " "
  llhd.process {
    %ann = sim.string.literal "ann"
    %bob = sim.string.literal "bob"
    %eve = sim.string.literal "eve"
    %a = hw.constant 40 : i16
    %b = hw.constant 41 : i16
    %c = hw.constant 42 : i16
    %q0 = llhd.prb %ages : !sim.assoc_array<i16, !sim.dstring>
    %q1 = sim.assoc_array.set %q0[%eve] = %a : <i16, !sim.dstring>
    llhd.drv %ages, %q1 after %now : !sim.assoc_array<i16, !sim.dstring>
    %q2 = llhd.prb %ages : !sim.assoc_array<i16, !sim.dstring>
    %q3 = sim.assoc_array.set %q2[%ann] = %b : <i16, !sim.dstring>
    %q4 = sim.assoc_array.set %q3[%bob] = %c : <i16, !sim.dstring>
    llhd.drv %ages, %q4 after %now : !sim.assoc_array<i16, !sim.dstring>
    llhd.drv %name, %bob after %now : !sim.dstring
    llhd.wait delay %ns, ^print
  ^print:
    // CHECK: 3 1 hello bob 9
    %f0 = sim.fmt.dec %count specifierWidth 0 : i32
    %f1 = sim.fmt.dec %known specifierWidth 0 : i32
    %f2 = sim.fmt.string %greeting : !sim.dstring
    %f3 = sim.fmt.dec %long specifierWidth 0 : i64
    %f = sim.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %nl)
    sim.proc.print %f
    // In order: CHECK-NEXT: ann 41
    //           CHECK-NEXT: bob 42
    //           CHECK-NEXT: eve 40
    %p = llhd.prb %ages : !sim.assoc_array<i16, !sim.dstring>
    %any, %first = sim.assoc_array.first %p : <i16, !sim.dstring>
    cf.br ^test(%any, %first : i32, !sim.dstring)
  ^test(%found: i32, %key: !sim.dstring):
    %zero = hw.constant 0 : i32
    %is = comb.icmp ne %found, %zero : i32
    cf.cond_br %is, ^body, ^end
  ^body:
    %value = sim.assoc_array.get %p[%key] : <i16, !sim.dstring>
    %g0 = sim.fmt.string %key : !sim.dstring
    %g1 = sim.fmt.dec %value specifierWidth 0 : i16
    %g = sim.fmt.concat (%g0, %sp, %g1, %nl)
    sim.proc.print %g
    %more, %next = sim.assoc_array.next %p[%key] : <i16, !sim.dstring>
    cf.br ^test(%more, %next : i32, !sim.dstring)
  ^end:
    // CHECK-NEXT: eve bob 0 ann
    %one, %last = sim.assoc_array.last %p : <i16, !sim.dstring>
    %two, %before = sim.assoc_array.prev %p[%last] : <i16, !sim.dstring>
    %nothing, %same = sim.assoc_array.prev %p[%ann] : <i16, !sim.dstring>
    %h0 = sim.fmt.string %last : !sim.dstring
    %h1 = sim.fmt.string %before : !sim.dstring
    %h2 = sim.fmt.dec %nothing specifierWidth 0 : i32
    %h3 = sim.fmt.string %same : !sim.dstring
    %h = sim.fmt.concat (%h0, %sp, %h1, %sp, %h2, %sp, %h3, %nl)
    sim.proc.print %h
    // The value that was read stays; CHECK-NEXT: 3 2 0 1
    %less = sim.assoc_array.delete index %bob of %p : <i16, !sim.dstring>
    %s0 = sim.assoc_array.size %p : <i16, !sim.dstring>
    %s1 = sim.assoc_array.size %less : <i16, !sim.dstring>
    %s2 = sim.assoc_array.cmp eq %p, %less : <i16, !sim.dstring>
    %again = sim.assoc_array.set %less[%bob] = %c : <i16, !sim.dstring>
    %s3 = sim.assoc_array.cmp eq %p, %again : <i16, !sim.dstring>
    %i0 = sim.fmt.dec %s0 specifierWidth 0 : i32
    %i1 = sim.fmt.dec %s1 specifierWidth 0 : i32
    %i2 = sim.fmt.dec %s2 specifierWidth 0 : i1
    %i3 = sim.fmt.dec %s3 specifierWidth 0 : i1
    %i = sim.fmt.concat (%i0, %sp, %i1, %sp, %i2, %sp, %i3, %nl)
    sim.proc.print %i
    // Keys of 32 bits have a sign, others have none, wide ones are fine.
    // CHECK-NEXT: ffffffff 01 0000000000000000000000007
    %m1 = hw.constant -1 : i32
    %k5 = hw.constant 5 : i32
    %t0 = sim.assoc_array.empty : <i1, i32>
    %true = hw.constant true
    %t1 = sim.assoc_array.set %t0[%k5] = %true : <i1, i32>
    %t2 = sim.assoc_array.set %t1[%m1] = %true : <i1, i32>
    %tf, %tk = sim.assoc_array.first %t2 : <i1, i32>
    %b1 = hw.constant -1 : i8
    %b5 = hw.constant 1 : i8
    %u0 = sim.assoc_array.empty : <i1, i8>
    %u1 = sim.assoc_array.set %u0[%b1] = %true : <i1, i8>
    %u2 = sim.assoc_array.set %u1[%b5] = %true : <i1, i8>
    %uf, %uk = sim.assoc_array.first %u2 : <i1, i8>
    %w7 = hw.constant 7 : i100
    %w0 = sim.assoc_array.empty : <i1, i100>
    %w1 = sim.assoc_array.set %w0[%w7] = %true : <i1, i100>
    %wf, %wk = sim.assoc_array.last %w1 : <i1, i100>
    %x0 = sim.fmt.hex %tk, isUpper false : i32
    %x1 = sim.fmt.hex %uk, isUpper false : i8
    %x2 = sim.fmt.hex %wk, isUpper false : i100
    %x = sim.fmt.concat (%x0, %sp, %x1, %sp, %x2, %nl)
    sim.proc.print %x
    // CHECK-NEXT: 101 AB 16706
    %cmp0 = sim.string.cmp lt %ann, %bob : !sim.dstring
    %cmp1 = sim.string.cmp eq %ann, %bob : !sim.dstring
    %cmp2 = sim.string.cmp ge %bob, %bob : !sim.dstring
    %cmp = comb.concat %cmp0, %cmp1, %cmp2 : i1, i1, i1
    %num = hw.constant 0x4142 : i16
    %ab = sim.string.int_to_string %num : i16
    %ba = sim.string.string_to_int %ab : i16
    %y0 = sim.fmt.bin %cmp : i3
    %y1 = sim.fmt.string %ab : !sim.dstring
    %y2 = sim.fmt.dec %ba specifierWidth 0 : i16
    %y = sim.fmt.concat (%y0, %sp, %y1, %sp, %y2, %nl)
    sim.proc.print %y
    llhd.halt
  }
}
