// Queues of sim: values of code and of the body of a module, signals, block arguments.
// RUN: %run-tiers --quiet %s | FileCheck %s

hw.module @tb() {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %delta = llhd.constant_time <0ns, 1d, 0e>
  %ns = llhd.constant_time <1ns, 0d, 0e>
  %none = sim.queue.empty : <i8, 0>
  %q = llhd.sig %none : !sim.queue<i8, 0>
  %zero = hw.constant 0 : i32
  %one = hw.constant 1 : i32
  %two = hw.constant 2 : i32
  %nine = hw.constant 9 : i32

  // Follows the signal.
  %seen = llhd.prb %q : !sim.queue<i8, 0>
  %size = sim.queue.size %seen : <i8, 0>
  %first = sim.queue.get %zero of %seen : <i8, 0>

  %nl = sim.fmt.literal "\0A"
  %sp = sim.fmt.literal " "
  llhd.process {
    %a = hw.constant 10 : i8
    %b = hw.constant 20 : i8
    %c = hw.constant 30 : i8
    // Changed in place: read, changed, driven.
    %q0 = llhd.prb %q : !sim.queue<i8, 0>
    %q1 = sim.queue.push_back %a into %q0 : <i8, 0>
    llhd.drv %q, %q1 after %now : !sim.queue<i8, 0>
    %q2 = llhd.prb %q : !sim.queue<i8, 0>
    %q3 = sim.queue.push_front %b into %q2 : <i8, 0>
    llhd.drv %q, %q3 after %now : !sim.queue<i8, 0>
    llhd.wait delay %ns, ^more
  ^more:
    // CHECK: 2 20
    %s = sim.fmt.dec %size specifierWidth 0 : i64
    %f = sim.fmt.dec %first specifierWidth 0 : i8
    %t = sim.fmt.concat (%s, %sp, %f, %nl)
    sim.proc.print %t
    // What was read stays what it was.
    %old = llhd.prb %q : !sim.queue<i8, 0>
    %in = sim.queue.insert %c into %old at %one : <i8, 0>
    llhd.drv %q, %in after %now : !sim.queue<i8, 0>
    // CHECK-NEXT: 2 3 20 30 10
    func.call @show(%old, %in) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // A drive after a delta is seen later.
    %set = sim.queue.set %in[%two] = %c : <i8, 0>
    llhd.drv %q, %set after %delta : !sim.queue<i8, 0>
    %still = llhd.prb %q : !sim.queue<i8, 0>
    %l = sim.queue.get %two of %still : <i8, 0>
    llhd.wait delay %ns, ^later(%l : i8)
  ^later(%before: i8):
    // CHECK-NEXT: 10 30
    %after = llhd.prb %q : !sim.queue<i8, 0>
    %m = sim.queue.get %two of %after : <i8, 0>
    func.call @pair(%before, %m) : (i8, i8) -> ()
    // CHECK-NEXT: 30 2
    %popped, %last = sim.queue.pop_back from %after : <i8, 0>
    %count = sim.queue.size %popped : <i8, 0>
    %count8 = comb.extract %count from 0 : (i64) -> i8
    func.call @pair(%last, %count8) : (i8, i8) -> ()
    // CHECK-NEXT: 20 1
    %rest, %head = sim.queue.pop_front from %popped : <i8, 0>
    %left = sim.queue.size %rest : <i8, 0>
    %left8 = comb.extract %left from 0 : (i64) -> i8
    func.call @pair(%head, %left8) : (i8, i8) -> ()
    // Deleted, sliced, joined, of another bound.
    // CHECK-NEXT: 2 2 20 30
    %gone = sim.queue.delete index %two of %after : <i8, 0>
    %slice = sim.queue.slice %after from %zero to %one : <i8, 0>
    func.call @show(%gone, %slice) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    %same = sim.queue.cmp eq %gone, %slice : <i8, 0>
    %differ = sim.queue.cmp ne %gone, %after : <i8, 0>
    %bits = comb.concat %same, %differ : i1, i1
    // CHECK-NEXT: 11
    %fb = sim.fmt.bin %bits : i2
    %tb = sim.fmt.concat (%fb, %nl)
    sim.proc.print %tb
    // CHECK-NEXT: 0 5 20 30 20 30 30
    %both = sim.queue.concat (%slice, %after) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) <i8, 0>
    func.call @show(%none, %both) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // CHECK-NEXT: 0 3 20 30 20
    %short = sim.queue.resize %both : <i8, 0> -> <i8, 2>
    %wide = sim.queue.resize %short : <i8, 2> -> <i8, 0>
    func.call @show(%none, %wide) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // CHECK-NEXT: 0 3 30 20 10
    %array = hw.array_create %c, %b, %a : i8
    %from = sim.queue.from_array %array : !hw.array<3xi8> -> <i8, 0>
    func.call @show(%none, %from) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // Queues as arguments of blocks: one grows in place, two change places.
    %empty = sim.queue.empty : <i8, 0>
    cf.br ^loop(%zero, %empty, %from, %empty : i32, !sim.queue<i8, 0>, !sim.queue<i8, 0>, !sim.queue<i8, 0>)
  ^loop(%i: i32, %grown: !sim.queue<i8, 0>, %x: !sim.queue<i8, 0>, %y: !sim.queue<i8, 0>):
    %i8 = comb.extract %i from 0 : (i32) -> i8
    %next = sim.queue.push_back %i8 into %grown : <i8, 0>
    %i1 = comb.add %i, %one : i32
    %more = comb.icmp ult %i1, %nine : i32
    cf.cond_br %more, ^loop(%i1, %next, %y, %x : i32, !sim.queue<i8, 0>, !sim.queue<i8, 0>, !sim.queue<i8, 0>), ^done(%next, %x : !sim.queue<i8, 0>, !sim.queue<i8, 0>)
  ^done(%all: !sim.queue<i8, 0>, %odd: !sim.queue<i8, 0>):
    // CHECK-NEXT: 3 9 0 1 2 3 4 5 6 7 8
    func.call @show(%odd, %all) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // A value that is used again is not changed.
    // CHECK-NEXT: 9 10 0 1 2 3 4 5 6 7 8 10
    %ten = sim.queue.push_back %a into %all : <i8, 0>
    func.call @show(%all, %ten) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    // CHECK-NEXT: 10 4
    %made = func.call @twice(%a, %one) : (i8, i32) -> !sim.queue<i8, 0>
    %more4 = func.call @twice(%a, %two) : (i8, i32) -> !sim.queue<i8, 0>
    %e = sim.queue.get %zero of %made : <i8, 0>
    %n = sim.queue.size %more4 : <i8, 0>
    %n8 = comb.extract %n from 0 : (i64) -> i8
    func.call @pair(%e, %n8) : (i8, i8) -> ()
    // Queues of queues.
    // CHECK-NEXT: 2 3 30 20 10
    %outer0 = sim.queue.empty : <!sim.queue<i8, 0>, 0>
    %outer1 = sim.queue.push_back %slice into %outer0 : <!sim.queue<i8, 0>, 0>
    %outer2 = sim.queue.push_back %from into %outer1 : <!sim.queue<i8, 0>, 0>
    %inner0 = sim.queue.get %zero of %outer2 : <!sim.queue<i8, 0>, 0>
    %outer3, %inner1 = sim.queue.pop_back from %outer2 : <!sim.queue<i8, 0>, 0>
    func.call @show(%inner0, %inner1) : (!sim.queue<i8, 0>, !sim.queue<i8, 0>) -> ()
    llhd.halt
  }
}

func.func private @twice(%e: i8, %n: i32) -> !sim.queue<i8, 0> {
  %zero = hw.constant 0 : i32
  %one = hw.constant 1 : i32
  %none = sim.queue.empty : <i8, 0>
  cf.br ^loop(%zero, %none : i32, !sim.queue<i8, 0>)
^loop(%i: i32, %q: !sim.queue<i8, 0>):
  %a = sim.queue.push_back %e into %q : <i8, 0>
  %b = sim.queue.push_front %e into %a : <i8, 0>
  %next = comb.add %i, %one : i32
  %more = comb.icmp ult %next, %n : i32
  cf.cond_br %more, ^loop(%next, %b : i32, !sim.queue<i8, 0>), ^done
^done:
  return %b : !sim.queue<i8, 0>
}

func.func private @pair(%x: i8, %y: i8) {
  %nl = sim.fmt.literal "\0A"
  %sp = sim.fmt.literal " "
  %fx = sim.fmt.dec %x specifierWidth 0 : i8
  %fy = sim.fmt.dec %y specifierWidth 0 : i8
  %t = sim.fmt.concat (%fx, %sp, %fy, %nl)
  sim.proc.print %t
  return
}

// The sizes of both, and the elements of the second.
func.func private @show(%x: !sim.queue<i8, 0>, %y: !sim.queue<i8, 0>) {
  %zero = hw.constant 0 : i32
  %one = hw.constant 1 : i32
  %nl = sim.fmt.literal "\0A"
  %sp = sim.fmt.literal " "
  %nx = sim.queue.size %x : <i8, 0>
  %ny = sim.queue.size %y : <i8, 0>
  %fx = sim.fmt.dec %nx specifierWidth 0 : i64
  %fy = sim.fmt.dec %ny specifierWidth 0 : i64
  %t = sim.fmt.concat (%fx, %sp, %fy)
  sim.proc.print %t
  %n = comb.extract %ny from 0 : (i64) -> i32
  cf.br ^test(%zero : i32)
^test(%i: i32):
  %more = comb.icmp ult %i, %n : i32
  cf.cond_br %more, ^print, ^end
^print:
  %e = sim.queue.get %i of %y : <i8, 0>
  %fe = sim.fmt.dec %e specifierWidth 0 : i8
  %u = sim.fmt.concat (%sp, %fe)
  sim.proc.print %u
  %next = comb.add %i, %one : i32
  cf.br ^test(%next : i32)
^end:
  sim.proc.print %nl
  return
}
