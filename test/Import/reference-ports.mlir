// Objects that leave and enter modules by reference, as hierarchical names do.
// RUN: %run-tiers --quiet %s --top tb | FileCheck %s --check-prefix=LLHD
// RUN: %run-tiers --quiet %s --top mtb | FileCheck %s --check-prefix=MOORE

hw.module private @leaf(out count: !llhd.ref<i8>, out items: !llhd.ref<!sim.queue<i8, 0>>) {
  %zero = hw.constant 1 : i8
  %count = llhd.sig %zero : i8
  %none = sim.queue.empty : <i8, 0>
  %items = llhd.sig %none : !sim.queue<i8, 0>
  llhd.process {
    %ns = llhd.constant_time <1ns, 0d, 0e>
    llhd.wait delay %ns, ^go
  ^go:
    // What the module above has written.
    %n = llhd.prb %count : i8
    %two = hw.constant 2 : i8
    %now = llhd.constant_time <0ns, 0d, 1e>
    %twice = comb.mul %n, %two : i8
    llhd.drv %count, %twice after %now : i8
    llhd.halt
  }
  hw.output %count, %items : !llhd.ref<i8>, !llhd.ref<!sim.queue<i8, 0>>
}
hw.module private @middle(in %other: !llhd.ref<i8>, out count: !llhd.ref<i8>) {
  %count, %items = hw.instance "leaf" @leaf() -> (count: !llhd.ref<i8>, items: !llhd.ref<!sim.queue<i8, 0>>)
  %follows = llhd.prb %other : i8
  %now = llhd.constant_time <0ns, 0d, 1e>
  llhd.process {
    %ten = llhd.constant_time <3ns, 0d, 0e>
    llhd.wait delay %ten, ^go
  ^go:
    %q = llhd.prb %items : !sim.queue<i8, 0>
    %q1 = sim.queue.push_back %follows into %q : <i8, 0>
    llhd.drv %items, %q1 after %now : !sim.queue<i8, 0>
    %nine = hw.constant 9 : i8
    llhd.drv %other, %nine after %now : i8
    %zero = hw.constant 0 : i32
    %q2 = llhd.prb %items : !sim.queue<i8, 0>
    %first = sim.queue.get %zero of %q2 : <i8, 0>
    // LLHD: item 7
    %t = sim.fmt.literal "item "
    %f = sim.fmt.dec %first specifierWidth 0 : i8
    %nl = sim.fmt.literal "\0A"
    %c = sim.fmt.concat (%t, %f, %nl)
    sim.proc.print %c
    llhd.halt
  }
  hw.output %count : !llhd.ref<i8>
}
hw.module @tb() {
  %seven = hw.constant 7 : i8
  %mine = llhd.sig %seven : i8
  %count = hw.instance "m" @middle(other: %mine: !llhd.ref<i8>) -> (count: !llhd.ref<i8>)
  %n = llhd.prb %count : i8
  llhd.process {
    %now = llhd.constant_time <0ns, 0d, 1e>
    %four = llhd.constant_time <4ns, 0d, 0e>
    %twenty = hw.constant 20 : i8
    llhd.drv %count, %twenty after %now : i8
    llhd.wait delay %four, ^print
  ^print:
    // LLHD-NEXT: 40 9
    %m = llhd.prb %mine : i8
    %f = sim.fmt.dec %n specifierWidth 0 : i8
    %g = sim.fmt.dec %m specifierWidth 0 : i8
    %sp = sim.fmt.literal " "
    %nl = sim.fmt.literal "\0A"
    %c = sim.fmt.concat (%f, %sp, %g, %nl)
    sim.proc.print %c
    llhd.halt
  }
}

moore.module private @mleaf(out v: !moore.ref<l8>, out q: !moore.ref<queue<i8, 0>>, out n: !moore.ref<l8>) {
  %v = moore.variable : <l8>
  %q = moore.variable : <queue<i8, 0>>
  %n = moore.net wire : <l8>
  %w = moore.read %v : <l8>
  moore.assign %n, %w : l8
  moore.output %v, %q, %n : !moore.ref<l8>, !moore.ref<queue<i8, 0>>, !moore.ref<l8>
}
moore.module @mtb() {
  %u.v, %u.q, %u.n = moore.instance "u" @mleaf() -> (v: !moore.ref<l8>, q: !moore.ref<queue<i8, 0>>, n: !moore.ref<l8>)
  moore.procedure initial {
    %c = moore.constant h3X : l8
    moore.blocking_assign %u.v, %c : l8
    %ns = moore.constant_time 1000000 fs
    moore.wait_delay %ns
    %e = moore.constant 1 : i8
    moore.push_back %e into %u.q : <queue<i8, 0>>
    %q = moore.read %u.q : <queue<i8, 0>>
    %s = moore.builtin.size %q : <i8, 0>
    %r = moore.read %u.n : <l8>
    // MOORE: 3x 1
    %f = moore.fmt.int hex_lower %r, align right, pad zero : l8
    %sp = moore.fmt.literal " "
    %g = moore.fmt.int decimal %s, align left, pad space width 0 : i32
    %nl = moore.fmt.literal "\0A"
    %t = moore.fmt.concat (%f, %sp, %g, %nl)
    moore.builtin.display %t
    moore.return
  }
  moore.output
}
