// Signals outside of modules, with and without a first value, seen from modules and functions.
// RUN: %run-tiers %s | FileCheck %s

llhd.global_signal @count : i8 init {
  %0 = hw.constant 5 : i8
  llhd.yield %0 : i8
}
llhd.global_signal @flags : !hw.struct<a: i1, b: i3>
llhd.global_signal @log : !sim.queue<i8, 0>

hw.module private @user(in %n: i8, in %late: i1) {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %count = llhd.get_global_signal @count : <i8>
  llhd.process {
    %ns = llhd.constant_time <1ns, 0d, 0e>
    cf.cond_br %late, ^wait, ^go
  ^wait:
    llhd.wait delay %ns, ^go
  ^go:
    %old = llhd.prb %count : i8
    func.call @note(%old) : (i8) -> ()
    %new = comb.add %old, %n : i8
    llhd.drv %count, %new after %now : i8
    llhd.halt
  }
}
func.func private @note(%n: i8) {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %log = llhd.get_global_signal @log : <!sim.queue<i8, 0>>
  %q = llhd.prb %log : !sim.queue<i8, 0>
  %r = sim.queue.push_back %n into %q : <i8, 0>
  llhd.drv %log, %r after %now : !sim.queue<i8, 0>
  return
}
hw.module @tb() {
  %two = hw.constant 2 : i8
  %three = hw.constant 3 : i8
  %false = hw.constant false
  %true = hw.constant true
  hw.instance "first" @user(n: %two: i8, late: %false: i1) -> ()
  hw.instance "second" @user(n: %three: i8, late: %true: i1) -> ()
  %log = llhd.get_global_signal @log : <!sim.queue<i8, 0>>
  %count = llhd.get_global_signal @count : <i8>
  %flags = llhd.get_global_signal @flags : <!hw.struct<a: i1, b: i3>>
  // Follow the signals.
  %q = llhd.prb %log : !sim.queue<i8, 0>
  %size = sim.queue.size %q : <i8, 0>
  %c = llhd.prb %count : i8
  llhd.process {
    %t = llhd.constant_time <2ns, 0d, 0e>
    llhd.wait delay %t, ^print
  ^print:
    // CHECK: 10 2 7 0
    %one = hw.constant 1 : i32
    %last = sim.queue.get %one of %q : <i8, 0>
    %s = llhd.prb %flags : !hw.struct<a: i1, b: i3>
    %b = hw.struct_extract %s["b"] : !hw.struct<a: i1, b: i3>
    %nl = sim.fmt.literal "\0A"
    %sp = sim.fmt.literal " "
    %f0 = sim.fmt.dec %c specifierWidth 0 : i8
    %f1 = sim.fmt.dec %size specifierWidth 0 : i64
    %f2 = sim.fmt.dec %last specifierWidth 0 : i8
    %f3 = sim.fmt.dec %b specifierWidth 0 : i3
    %f = sim.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %nl)
    sim.proc.print %f
    llhd.halt
  }
}
