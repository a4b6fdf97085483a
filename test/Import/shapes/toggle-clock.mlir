// A clock that toggles for ever, a register behind it, and an end from outside.
// RUN: %run-tiers --extended %s | FileCheck %s --allow-empty --implicit-check-not={{.}}
// RUN: env -u CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST %circt-sim --mode=compile --jit-hot-threshold=0 --jit-fail-on-deopt --jit-report=%t.json %s > %t.out
// RUN: FileCheck %s --check-prefix=NATIVE < %t.json
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 --jit-compile-budget=0 --jit-report=%t.none.json %s > %t.none.out
// RUN: FileCheck %s --check-prefix=NONE < %t.none.json
// NATIVE-DAG: "jit_deopts_total": 0
// NATIVE-DAG: "jit_strict_violations_total": 0
// NATIVE-DAG: "jit_native_instruction_share": 1
// NONE-DAG: "jit_compiles_total": 0
// NONE-DAG: "jit_exec_hits_total": 0
// CHECK: q=1 @5
// CHECK-NEXT: q=2 @15
// CHECK-NEXT: q=3 @25
// CHECK-NEXT: q=4 @35
hw.module @top() {
  %half = llhd.constant_time <5ns, 0d, 0e>
  %life = llhd.constant_time <42ns, 0d, 0e>
  %now = llhd.constant_time <0ns, 0d, 1e>
  %next = llhd.constant_time <0ns, 1d, 0e>
  %false = hw.constant false
  %true = hw.constant true
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %clk = llhd.sig %false : i1
  %q = llhd.sig %c0 : i8
  %clkv = llhd.prb %clk : i1
  %qv = llhd.prb %q : i8
  llhd.process {
    cf.br ^wait
  ^wait:
    llhd.wait delay %half, ^toggle
  ^toggle:
    %v = llhd.prb %clk : i1
    %w = comb.xor %v, %true : i1
    llhd.drv %clk, %w after %now : i1
    cf.br ^wait
  }
  llhd.process {
    cf.br ^wait
  ^wait:
    %before = llhd.prb %clk : i1
    llhd.wait (%clkv : i1), ^check
  ^check:
    %after = llhd.prb %clk : i1
    %low = comb.xor %before, %true : i1
    %edge = comb.and %low, %after : i1
    cf.cond_br %edge, ^count, ^wait
  ^count:
    %v = llhd.prb %q : i8
    %w = comb.add %v, %c1 : i8
    llhd.drv %q, %w after %next : i8
    cf.br ^wait
  }
  llhd.process {
    %who = hw.constant 113 : i8
    cf.br ^wait
  ^wait:
    llhd.wait (%qv : i8), ^show
  ^show:
    func.call @show(%who, %qv) : (i8, i8) -> ()
    cf.br ^wait
  }
  llhd.process {
    llhd.wait delay %life, ^end
  ^end:
    sim.terminate success, quiet
    llhd.halt
  }
}
func.func private @show(%who: i8, %value: i8) {
  %now = llhd.current_time
  %fs = llhd.time_to_int %now
  %ns = hw.constant 1000000 : i64
  %t = comb.divu %fs, %ns : i64
  %c = sim.fmt.char %who : i8
  %v = sim.fmt.dec %value specifierWidth 0 : i8
  %at = sim.fmt.literal " @"
  %n = sim.fmt.dec %t specifierWidth 0 : i64
  %is = sim.fmt.literal "="
  %nl = sim.fmt.literal "\n"
  %all = sim.fmt.concat (%c, %is, %v, %at, %n, %nl)
  sim.proc.print %all
  return
}
