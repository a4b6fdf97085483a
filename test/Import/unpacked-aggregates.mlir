// Structures and arrays of text, queues and real numbers, in code, in signals, as ports.
// RUN: %run-tiers --quiet %s | FileCheck %s

!person = !hw.struct<name: !sim.dstring, age: i8, marks: !sim.queue<i8, 0>>

hw.module private @follow(in %p: !person, out name: !sim.dstring) {
  %name = hw.struct_extract %p["name"] : !person
  hw.output %name : !sim.dstring
}
hw.module @tb() {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %ns = llhd.constant_time <1ns, 0d, 0e>
  %ann = sim.string.literal "ann"
  %bob = sim.string.literal "bob"
  %c30 = hw.constant 30 : i8
  %c40 = hw.constant 40 : i8
  %none = sim.queue.empty : <i8, 0>
  %init = hw.struct_create (%ann, %c30, %none) : !person
  %p = llhd.sig %init : !person
  %pv = llhd.prb %p : !person
  %seen = hw.instance "f" @follow(p: %pv: !person) -> (name: !sim.dstring)
  %names0 = hw.array_create %bob, %ann : !sim.dstring
  %names = llhd.sig %names0 : !hw.array<2x!sim.dstring>
  %i0 = hw.constant 0 : i1
  %i1 = hw.constant 1 : i1
  %zero = hw.constant 0 : i32
  %sp = sim.fmt.literal " "
  %nl = sim.fmt.literal "\0A"
  llhd.process {
    // A field and an element of signals; CHECK: bob 40 1 30 ann
    %age = llhd.sig.struct_extract %p["age"] : <!person>
    llhd.drv %age, %c40 after %now : i8
    %who = llhd.sig.struct_extract %p["name"] : <!person>
    llhd.drv %who, %bob after %now : !sim.dstring
    %marks = llhd.sig.struct_extract %p["marks"] : <!person>
    %m = llhd.prb %marks : !sim.queue<i8, 0>
    %m1 = sim.queue.push_back %c30 into %m : <i8, 0>
    llhd.drv %marks, %m1 after %now : !sim.queue<i8, 0>
    %old = llhd.prb %p : !person
    %first = llhd.sig.array_get %names[%i0] : <!hw.array<2x!sim.dstring>>
    %n0 = llhd.prb %first : !sim.dstring
    llhd.drv %first, %bob after %now : !sim.dstring
    llhd.wait delay %ns, ^next
  ^next:
    %n, %a, %q = hw.struct_explode %old : !person
    %size = sim.queue.size %q : <i8, 0>
    %e = sim.queue.get %zero of %q : <i8, 0>
    %f0 = sim.fmt.string %seen : !sim.dstring
    %f1 = sim.fmt.dec %a specifierWidth 0 : i8
    %f2 = sim.fmt.dec %size specifierWidth 0 : i64
    %f3 = sim.fmt.dec %e specifierWidth 0 : i8
    %f4 = sim.fmt.string %n0 : !sim.dstring
    %f = sim.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %sp, %f4, %nl)
    sim.proc.print %f
    // Values stay what they are; CHECK-NEXT: ann bob bob 1 0 ann
    %renamed = hw.struct_inject %old["name"], %ann : !person
    %rn = hw.struct_extract %renamed["name"] : !person
    %on = hw.struct_extract %old["name"] : !person
    %both = llhd.prb %names : !hw.array<2x!sim.dstring>
    %swapped = hw.array_inject %both[%i1], %ann : !hw.array<2x!sim.dstring>, i1
    %b1 = hw.array_get %both[%i1] : !hw.array<2x!sim.dstring>, i1
    %s1 = hw.array_get %swapped[%i1] : !hw.array<2x!sim.dstring>, i1
    %is = sim.string.cmp eq %s1, %ann : !sim.dstring
    %chosen = comb.mux %is, %init, %old : !person
    %cq = hw.struct_extract %chosen["marks"] : !person
    %cs = sim.queue.size %cq : <i8, 0>
    %g0 = sim.fmt.string %rn : !sim.dstring
    %g1 = sim.fmt.string %on : !sim.dstring
    %g2 = sim.fmt.string %b1 : !sim.dstring
    %g3 = sim.fmt.dec %is specifierWidth 0 : i1
    %g4 = sim.fmt.dec %cs specifierWidth 0 : i64
    %either = arith.select %is, %ann, %bob : !sim.dstring
    %g5 = sim.fmt.string %either : !sim.dstring
    %g = sim.fmt.concat (%g0, %sp, %g1, %sp, %g2, %sp, %g3, %sp, %g4, %sp, %g5, %nl)
    sim.proc.print %g
    // An array of queues as an argument of a block: CHECK-NEXT: 3 0
    %queues = hw.array_create %none, %none : !sim.queue<i8, 0>
    cf.br ^loop(%zero, %queues : i32, !hw.array<2x!sim.queue<i8, 0>>)
  ^loop(%i: i32, %qs: !hw.array<2x!sim.queue<i8, 0>>):
    %low = hw.array_get %qs[%i0] : !hw.array<2x!sim.queue<i8, 0>>, i1
    %more = sim.queue.push_back %c30 into %low : <i8, 0>
    %qs1 = hw.array_inject %qs[%i0], %more : !hw.array<2x!sim.queue<i8, 0>>, i1
    %one = hw.constant 1 : i32
    %three = hw.constant 3 : i32
    %inext = comb.add %i, %one : i32
    %go = comb.icmp ult %inext, %three : i32
    cf.cond_br %go, ^loop(%inext, %qs1 : i32, !hw.array<2x!sim.queue<i8, 0>>), ^done
  ^done:
    %l0 = hw.array_get %qs1[%i0] : !hw.array<2x!sim.queue<i8, 0>>, i1
    %l1 = hw.array_get %qs1[%i1] : !hw.array<2x!sim.queue<i8, 0>>, i1
    %h0 = sim.queue.size %l0 : <i8, 0>
    %h1 = sim.queue.size %l1 : <i8, 0>
    %k0 = sim.fmt.dec %h0 specifierWidth 0 : i64
    %k1 = sim.fmt.dec %h1 specifierWidth 0 : i64
    %k = sim.fmt.concat (%k0, %sp, %k1, %nl)
    sim.proc.print %k
    llhd.halt
  }
}
