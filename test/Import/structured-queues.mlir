// Queues that structured control flow carries, where there is one block only and where there are
// several.
// RUN: %run-tiers --quiet %s | FileCheck %s

func.func private @sum(%n: i32) -> i32 {
  %lo = arith.constant 0 : index
  %hi = arith.constant 4 : index
  %step = arith.constant 1 : index
  %zero = hw.constant 0 : i32
  %one = hw.constant 1 : i32
  %none = sim.queue.empty : <i32, 0>
  %q, %last = scf.for %i = %lo to %hi step %step iter_args(%a = %none, %b = %none) -> (!sim.queue<i32, 0>, !sim.queue<i32, 0>) {
    %x = arith.index_cast %i : index to i32
    %y = comb.add %x, %n : i32
    %next = sim.queue.push_back %y into %a : <i32, 0>
    scf.yield %next, %a : !sim.queue<i32, 0>, !sim.queue<i32, 0>
  }
  %n0 = sim.queue.size %q : <i32, 0>
  %n1 = sim.queue.size %last : <i32, 0>
  %e = sim.queue.get %one of %q : <i32, 0>
  %c0 = comb.extract %n0 from 0 : (i64) -> i32
  %c1 = comb.extract %n1 from 0 : (i64) -> i32
  %h = hw.constant 100 : i32
  %t = hw.constant 10 : i32
  %r0 = comb.mul %c0, %h : i32
  %r1 = comb.mul %c1, %t : i32
  %s = comb.add %r0, %r1, %e : i32
  return %s : i32
}
hw.module @tb() {
  %false = hw.constant false
  %true = hw.constant true
  %now = llhd.constant_time <0ns, 0d, 1e>
  %ns = llhd.constant_time <1ns, 0d, 0e>
  %clk = llhd.sig %false : i1
  %clkv = llhd.prb %clk : i1
  %clock = seq.to_clock %clkv
  %lo = arith.constant 0 : index
  %hi = arith.constant 3 : index
  %step = arith.constant 1 : index
  %five = hw.constant 5 : i8
  %nl = sim.fmt.literal "\0A"
  sim.triggered %clock {
    // CHECK-DAG: 3 2
    %none = sim.queue.empty : <i8, 0>
    %q, %last = scf.for %i = %lo to %hi step %step iter_args(%a = %none, %b = %none) -> (!sim.queue<i8, 0>, !sim.queue<i8, 0>) {
      %next = sim.queue.push_back %five into %a : <i8, 0>
      scf.yield %next, %a : !sim.queue<i8, 0>, !sim.queue<i8, 0>
    }
    %chosen = scf.if %true -> (!sim.queue<i8, 0>) {
      scf.yield %q : !sim.queue<i8, 0>
    } else {
      scf.yield %none : !sim.queue<i8, 0>
    }
    %n = sim.queue.size %chosen : <i8, 0>
    %m = sim.queue.size %last : <i8, 0>
    %f = sim.fmt.dec %n specifierWidth 0 : i64
    %g = sim.fmt.dec %m specifierWidth 2 : i64
    %t = sim.fmt.concat (%f, %g, %nl)
    sim.proc.print %t
  }
  llhd.process {
    llhd.wait delay %ns, ^edge
  ^edge:
    llhd.drv %clk, %true after %now : i1
    // CHECK-DAG: 438
    %seven = hw.constant 7 : i32
    %s = func.call @sum(%seven) : (i32) -> i32
    %f = sim.fmt.dec %s specifierWidth 0 : i32
    %t = sim.fmt.concat (%f, %nl)
    sim.proc.print %t
    llhd.halt
  }
}
