// Wires: names of values, parts, several drivers, inout ports, hierarchical names.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: bus=5a in=5a copy=5a parts=a5 deep=90
// CHECK-NEXT: 1: bus=c3 in=c3 copy=c3 parts=3c deep=90
// CHECK-NEXT: none: 00
// CHECK-NEXT: alias: c6

// Drives its pad when enabled; else listens.
hw.module @pad(inout %io : i8, in %en : i1, in %data : i8, out seen : i8) {
  %z = sv.constantZ : i8
  %v = comb.mux %en, %data, %z : i8
  sv.assign %io, %v : i8
  %s = sv.read_inout %io : !hw.inout<i8>
  hw.output %s : i8
}
hw.module @leaf() {
  %c = hw.constant 0x90 : i8
  %secret = sv.reg init %c : !hw.inout<i8>
}
hw.module @inner() {
  hw.instance "leaf" @leaf() -> ()
}

hw.module @top() {
  %bus = sv.wire : !hw.inout<i8>
  %false = hw.constant false
  %true = hw.constant true
  %c0 = hw.constant 0 : i3
  %c4 = hw.constant 4 : i3
  %a = hw.constant 0x5a : i8
  %b = hw.constant 0xc3 : i8
  hw.instance "inner" @inner() -> ()
  %far = sv.xmr "inner", "leaf", secret : !hw.inout<i8>
  %deep = sv.read_inout %far : !hw.inout<i8>

  %select = llhd.sig name "select" %false : i1
  %off = llhd.sig name "off" %false : i1
  %isB0 = llhd.prb %select : i1
  %isOff = llhd.prb %off : i1
  %isOn = comb.xor %isOff, %true : i1
  %isB = comb.and %isB0, %isOn : i1
  %isA0 = comb.xor %isB0, %true : i1
  %isA = comb.and %isA0, %isOn : i1
  %s0 = hw.instance "p0" @pad(io: %bus: !hw.inout<i8>, en: %isA: i1, data: %a: i8) -> (seen: i8)
  %s1 = hw.instance "p1" @pad(io: %bus: !hw.inout<i8>, en: %isB: i1, data: %b: i8) -> (seen: i8)
  %value = sv.read_inout %bus : !hw.inout<i8>

  // Three names of a net, driven by halves.
  %w0 = sv.wire : !hw.inout<i8>
  %w1 = sv.wire : !hw.inout<i8>
  %w2 = sv.wire : !hw.inout<i8>
  sv.alias %w0, %w1, %w2 : !hw.inout<i8>, !hw.inout<i8>, !hw.inout<i8>
  %c6 = hw.constant 6 : i4
  %c12 = hw.constant 12 : i4
  %w0low = sv.indexed_part_select_inout %w0[%c0 : 4] : !hw.inout<i8>, i3
  %w1high = sv.indexed_part_select_inout %w1[%c4 : 4] : !hw.inout<i8>, i3
  sv.assign %w0low, %c6 : i4
  sv.assign %w1high, %c12 : i4
  %aliased = sv.read_inout %w2 : !hw.inout<i8>

  // One driver: another name of it.
  %copy = sv.wire : !hw.inout<i8>
  sv.assign %copy, %s1 : i8
  %copied = sv.read_inout %copy : !hw.inout<i8>

  // The halves, swapped.
  %parts = sv.wire : !hw.inout<i8>
  %low = comb.extract %copied from 0 : (i8) -> i4
  %high = comb.extract %copied from 4 : (i8) -> i4
  %plow = sv.indexed_part_select_inout %parts[%c0 : 4] : !hw.inout<i8>, i3
  %phigh = sv.indexed_part_select_inout %parts[%c4 : 4] : !hw.inout<i8>, i3
  sv.assign %plow, %high : i4
  sv.assign %phigh, %low : i4
  %swapped = sv.read_inout %parts : !hw.inout<i8>

  llhd.process {
    %t1 = llhd.constant_time <1ns, 0d, 0e>
    %t0 = llhd.constant_time <0ns, 0d, 1e>
    llhd.wait delay %t1, ^one(%false : i1)
  ^one(%i : i1):
    %f0 = sim.fmt.dec %i : i1
    %l0 = sim.fmt.literal ": bus="
    %f1 = sim.fmt.hex %value, isUpper false : i8
    %l1 = sim.fmt.literal " in="
    %f2 = sim.fmt.hex %s0, isUpper false : i8
    %l2 = sim.fmt.literal " copy="
    %f3 = sim.fmt.hex %copied, isUpper false : i8
    %l3 = sim.fmt.literal " parts="
    %f4 = sim.fmt.hex %swapped, isUpper false : i8
    %l4 = sim.fmt.literal " deep="
    %f5 = sim.fmt.hex %deep, isUpper false : i8
    %nl = sim.fmt.literal "\n"
    %all = sim.fmt.concat (%f0, %l0, %f1, %l1, %f2, %l2, %f3, %l3, %f4, %l4, %f5, %nl)
    sim.proc.print %all
    llhd.drv %select, %true after %t0 : i1
    %last = llhd.constant_time <2ns, 0d, 0e>
    cf.cond_br %i, ^off, ^again
  ^again:
    llhd.wait delay %t1, ^one(%true : i1)
  ^off:
    llhd.drv %off, %true after %t0 : i1
    llhd.wait delay %t1, ^end
  ^end:
    %l = sim.fmt.literal "none: "
    %f = sim.fmt.hex %value, isUpper false : i8
    %n = sim.fmt.literal "\n"
    %none = sim.fmt.concat (%l, %f, %n)
    sim.proc.print %none
    %la = sim.fmt.literal "alias: "
    %fa = sim.fmt.hex %aliased, isUpper false : i8
    %linea = sim.fmt.concat (%la, %fa, %n)
    sim.proc.print %linea
    llhd.halt
  }
}
