// Paths by inner symbols, force and release.
// RUN: %run-tiers --quiet %s | FileCheck %s

// CHECK: own=5 sum=8 in=3 reg=1
// CHECK-NEXT: own=5 sum=14 in=9 reg=1
// CHECK-NEXT: own=5 sum=15 in=10 reg=7
// CHECK-NEXT: own=5 sum=15 in=10 reg=7

hw.hierpath private @toOwn [@top::@mid, @mid::@leaf, @leaf::@own]
hw.hierpath private @toSum [@top::@mid, @mid::@leaf, @leaf::@sum]
hw.hierpath private @toIn [@top::@mid, @mid::@leaf, @leaf::@in]
hw.hierpath private @toReg [@top::@mid, @mid::@leaf]
hw.module private @leaf(in %in : i8 {hw.exportPort = #hw<innerSym@in>}, out r : i8) {
  %c5 = hw.constant 5 : i8
  %c1 = hw.constant 1 : i8
  %own = hw.wire %c5 sym @own : i8
  %s = comb.add %own, %in : i8
  %sum = sv.wire sym @sum : !hw.inout<i8>
  sv.assign %sum, %s : i8
  %state = sv.reg init %c1 : !hw.inout<i8>
  %value = sv.read_inout %state : !hw.inout<i8>
  hw.output %value : i8
}
hw.module private @mid(in %x : i8) {
  %r = hw.instance "l" sym @leaf @leaf(in: %x: i8) -> (r: i8)
}
hw.module @top() {
  %c3 = hw.constant 3 : i8
  %c9 = hw.constant 9 : i8
  %c7 = hw.constant 7 : i8
  %c1 = hw.constant 1 : i8
  hw.instance "m" sym @mid @mid(x: %x: i8) -> ()
  %source = llhd.sig name "source" %c9 : i8
  %now = llhd.prb %source : i8
  %x = llhd.prb %sx : i8
  %sx = llhd.sig name "sx" %c3 : i8
  %own = sv.xmr.ref @toOwn : !hw.inout<i8>
  %sum = sv.xmr.ref @toSum : !hw.inout<i8>
  %in = sv.xmr.ref @toIn : !hw.inout<i8>
  %reg = sv.xmr.ref @toReg ".state" : !hw.inout<i8>
  %0 = sv.read_inout %own : !hw.inout<i8>
  %1 = sv.read_inout %sum : !hw.inout<i8>
  %2 = sv.read_inout %in : !hw.inout<i8>
  %3 = sv.read_inout %reg : !hw.inout<i8>

  %phase = llhd.sig name "phase" %zero : i2
  %zero = hw.constant 0 : i2
  %one = hw.constant 1 : i2
  %two = hw.constant 2 : i2
  %three = hw.constant 3 : i2
  %p = llhd.prb %phase : i2
  %isOne = comb.icmp eq %p, %one : i2
  %isTwo = comb.icmp eq %p, %two : i2
  %isThree = comb.icmp eq %p, %three : i2
  sv.always posedge %isOne {
    sv.force %sx1, %now : i8
  }
  %sx1 = sv.xmr "m", "x" : !hw.inout<i8>
  sv.always posedge %isTwo {
    sv.force %reg, %c7 : i8
  }
  sv.always posedge %isThree {
    sv.release %reg : !hw.inout<i8>
  }
  llhd.process {
    %t0 = llhd.constant_time <0ns, 0d, 1e>
    %t1 = llhd.constant_time <1ns, 0d, 0e>
    llhd.wait delay %t1, ^show(%zero : i2)
  ^show(%i : i2):
    %l0 = sim.fmt.literal "own="
    %f0 = sim.fmt.dec %0 specifierWidth 0 : i8
    %l1 = sim.fmt.literal " sum="
    %f1 = sim.fmt.dec %1 specifierWidth 0 : i8
    %l2 = sim.fmt.literal " in="
    %f2 = sim.fmt.dec %2 specifierWidth 0 : i8
    %l3 = sim.fmt.literal " reg="
    %f3 = sim.fmt.dec %3 specifierWidth 0 : i8
    %nl = sim.fmt.literal "\n"
    %all = sim.fmt.concat (%l0, %f0, %l1, %f1, %l2, %f2, %l3, %f3, %nl)
    sim.proc.print %all
    %next = comb.add %i, %one : i2
    %isLast = comb.icmp eq %i, %three : i2
    cf.cond_br %isLast, ^end, ^on
  ^on:
    llhd.drv %phase, %next after %t0 : i2
    %nextIsTwo = comb.icmp eq %next, %two : i2
    cf.cond_br %nextIsTwo, ^change, ^wait
  ^change:
    %v = comb.add %now, %c1 : i8
    llhd.drv %source, %v after %t0 : i8
    cf.br ^wait
  ^wait:
    llhd.wait delay %t1, ^show(%next : i2)
  ^end:
    llhd.halt
  }
}
