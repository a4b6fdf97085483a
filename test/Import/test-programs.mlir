// Programs that drive models, and tests by simulation.
// RUN: %run-tiers %s --top main | FileCheck %s
// RUN: %run-tiers %s --top adderTest | FileCheck %s --check-prefix=SIM
// RUN: %not 1 %circt-sim %s --top badTest | FileCheck %s --check-prefix=BAD
// RUN: %not 1 %circt-sim %s --top twice 2>&1 | FileCheck %s --check-prefix=TWICE
// RUN: %not 1 %circt-sim %s --top backwards 2>&1 | FileCheck %s --check-prefix=BACK

// CHECK: sum = 05
// CHECK-NEXT: sum = 0
// CHECK-NEXT: count = 00
// CHECK-NEXT: count = 01
// CHECK-NEXT: count = 02
// CHECK-NEXT: count = 03
// CHECK-NEXT: gated = 2
// CHECK-NEXT: 0000000000000007
// CHECK-NEXT: time 12000 fs

hw.module @adder(in %a: i8, in %b: i8, out c: i8, out low: i1) {
  %res = comb.add %a, %b : i8
  %f = hw.constant false
  %low = comb.and %f, %bit : i1
  %bit = comb.extract %res from 0 : (i8) -> i1
  hw.output %res, %low : i8, i1
}
// The gated clock makes its edges in the time step of the clock.
hw.module @counter(in %clk: !seq.clock, in %en: i1, out o: i8, out g: i4) {
  %r = seq.compreg %n, %clk : i8
  %c1 = hw.constant 1 : i8
  %n = comb.add %r, %c1 : i8
  %odd = comb.extract %r from 0 : (i8) -> i1
  %even = comb.xor %odd, %en : i1
  %gc = seq.clock_gate %clk, %even
  %g = seq.compreg %gn, %gc : i4
  %c1_i4 = hw.constant 1 : i4
  %gn = comb.add %g, %c1_i4 : i4
  hw.output %r, %g : i8, i4
}

func.func private @tick(%x : i64) {
  %l = sim.fmt.hex %x, isUpper false : i64
  %nl = sim.fmt.literal "\n"
  %all = sim.fmt.concat (%l, %nl)
  sim.proc.print %all
  return
}

func.func @main() {
  %two = arith.constant 2 : i8
  %three = arith.constant 3 : i8
  arc.sim.instantiate @adder as %model {
    arc.sim.set_input %model, "a" = %two : i8, !arc.sim.instance<@adder>
    arc.sim.set_input %model, "b" = %three : i8, !arc.sim.instance<@adder>
    arc.sim.step %model : !arc.sim.instance<@adder>
    %res = arc.sim.get_port %model, "c" : i8, !arc.sim.instance<@adder>
    arc.sim.emit "sum", %res : i8
    %low = arc.sim.get_port %model, "low" : i1, !arc.sim.instance<@adder>
    arc.sim.emit "sum", %low : i1
  }
  %zero = arith.constant 0 : i1
  %one = arith.constant 1 : i1
  %lb = arith.constant 0 : index
  %ub = arith.constant 3 : index
  %step = arith.constant 1 : index
  %time = arith.constant 5000 : i64
  %half = arith.constant 1000 : i64
  arc.sim.instantiate @counter as %model {
    arc.sim.set_time %model, %time : !arc.sim.instance<@counter>
    arc.sim.set_input %model, "en" = %one : i1, !arc.sim.instance<@counter>
    arc.sim.step %model : !arc.sim.instance<@counter>
    %init = arc.sim.get_port %model, "o" : i8, !arc.sim.instance<@counter>
    arc.sim.emit "count", %init : i8
    scf.for %i = %lb to %ub step %step {
      arc.sim.set_input %model, "clk" = %one : i1, !arc.sim.instance<@counter>
      arc.sim.step %model by %half : !arc.sim.instance<@counter>
      arc.sim.set_input %model, "clk" = %zero : i1, !arc.sim.instance<@counter>
      arc.sim.step %model by %half : !arc.sim.instance<@counter>
      %value = arc.sim.get_port %model, "o" : i8, !arc.sim.instance<@counter>
      arc.sim.emit "count", %value : i8
    }
    %g = arc.sim.get_port %model, "g" : i4, !arc.sim.instance<@counter>
    arc.sim.emit "gated", %g : i4
    arc.sim.step %model by %half : !arc.sim.instance<@counter>
  }
  %seven = arith.constant 7 : i64
  call @tick(%seven) : (i64) -> ()
  %now = llhd.current_time
  %int = llhd.time_to_int %now
  %l = sim.fmt.literal "time "
  %f = sim.fmt.dec %int specifierWidth 0 : i64
  %e = sim.fmt.literal " fs\n"
  %all = sim.fmt.concat (%l, %f, %e)
  sim.proc.print %all
  return
}

// TWICE: FATAL: {{.*}}: model 'adder' is instantiated a second time
func.func @twice() {
  %lb = arith.constant 0 : index
  %ub = arith.constant 2 : index
  %step = arith.constant 1 : index
  scf.for %i = %lb to %ub step %step {
    arc.sim.instantiate @adder as %model {
      arc.sim.step %model : !arc.sim.instance<@adder>
    }
  }
  return
}
// BACK: FATAL: {{.*}}: the time of a model is set back
func.func @backwards() {
  %t5 = arith.constant 5 : i64
  %t3 = arith.constant 3 : i64
  arc.sim.instantiate @adder as %model {
    arc.sim.set_time %model, %t5 : !arc.sim.instance<@adder>
    arc.sim.set_time %model, %t3 : !arc.sim.instance<@adder>
  }
  return
}

// SIM: init 0
// SIM-NEXT: done at 9
verif.simulation @adderTest {} {
^bb0(%clock: !seq.clock, %init: i1):
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %c9 = hw.constant 9 : i8
  %count = seq.compreg %next, %clock reset %init, %c0 : i8
  %next = comb.add %count, %c1 : i8
  %done = comb.icmp eq %count, %c9 : i8
  %sum, %low = hw.instance "dut" @adder(a: %count: i8, b: %count: i8) -> (c: i8, low: i1)
  %expected = comb.add %count, %count : i8
  %success = comb.icmp eq %sum, %expected : i8
  %l0 = sim.fmt.literal "init "
  %f0 = sim.fmt.dec %count specifierWidth 0 : i8
  %nl = sim.fmt.literal "\n"
  %all0 = sim.fmt.concat (%l0, %f0, %nl)
  sim.print %all0 on %clock if %init
  %l1 = sim.fmt.literal "done at "
  %all1 = sim.fmt.concat (%l1, %f0, %nl)
  sim.print %all1 on %clock if %done
  verif.yield %done, %success : i1, i1
}
// BAD: done
verif.simulation @badTest {} {
^bb0(%clock: !seq.clock, %init: i1):
  %true = hw.constant true
  %false = hw.constant false
  %l = sim.fmt.literal "done\n"
  sim.print %l on %clock if %true
  verif.yield %true, %false : i1, i1
}
