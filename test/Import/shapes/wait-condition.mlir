// A loop that waits until a condition holds; it may hold at once.
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
// CHECK: h=0 @0
// CHECK-NEXT: w=3 @6
hw.module @top() {
  %t = llhd.constant_time <2ns, 0d, 0e>
  %now = llhd.constant_time <0ns, 0d, 1e>
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %c3 = hw.constant 3 : i8
  %c5 = hw.constant 5 : i8
  %n = llhd.sig %c0 : i8
  %nv = llhd.prb %n : i8
  llhd.process {
    cf.br ^wait
  ^wait:
    llhd.wait delay %t, ^count
  ^count:
    %v = llhd.prb %n : i8
    %w = comb.add %v, %c1 : i8
    llhd.drv %n, %w after %now : i8
    %end = comb.icmp eq %w, %c5 : i8
    cf.cond_br %end, ^stop, ^wait
  ^stop:
    llhd.halt
  }
  llhd.process {
    %who = hw.constant 119 : i8
    cf.br ^test
  ^test:
    %v = llhd.prb %n : i8
    %enough = comb.icmp uge %v, %c3 : i8
    cf.cond_br %enough, ^go, ^wait
  ^wait:
    llhd.wait (%nv : i8), ^test
  ^go:
    func.call @show(%who, %v) : (i8, i8) -> ()
    llhd.halt
  }
  llhd.process {
    %who = hw.constant 104 : i8
    cf.br ^test
  ^test:
    %v = llhd.prb %n : i8
    %holds = comb.icmp eq %v, %c0 : i8
    cf.cond_br %holds, ^go, ^wait
  ^wait:
    llhd.wait (%nv : i8), ^test
  ^go:
    func.call @show(%who, %v) : (i8, i8) -> ()
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
