// Waits for a change or a time, whichever is first; a time that came too late wakes nobody.
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
// CHECK: c=1 @2
// CHECK-NEXT: d=1 @6
// CHECK-NEXT: c=2 @7
// CHECK-NEXT: d=2 @11
hw.module @top() {
  %now = llhd.constant_time <0ns, 0d, 1e>
  %t2 = llhd.constant_time <2ns, 0d, 0e>
  %t4 = llhd.constant_time <4ns, 0d, 0e>
  %t5 = llhd.constant_time <5ns, 0d, 0e>
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %c2 = hw.constant 2 : i8
  %a = llhd.sig %c0 : i8
  %av = llhd.prb %a : i8
  llhd.process {
    llhd.wait delay %t2, ^one
  ^one:
    llhd.drv %a, %c1 after %now : i8
    llhd.wait delay %t5, ^two
  ^two:
    llhd.drv %a, %c2 after %now : i8
    llhd.halt
  }
  llhd.process {
    %change = hw.constant 99 : i8
    %delay = hw.constant 100 : i8
    cf.br ^wait(%c0 : i8)
  ^wait(%old: i8):
    llhd.wait delay %t4, (%av : i8), ^woken(%old : i8)
  ^woken(%before: i8):
    %v = llhd.prb %a : i8
    %same = comb.icmp eq %v, %before : i8
    cf.cond_br %same, ^timeout, ^changed
  ^changed:
    func.call @show(%change, %v) : (i8, i8) -> ()
    cf.br ^wait(%v : i8)
  ^timeout:
    func.call @show(%delay, %v) : (i8, i8) -> ()
    %end = comb.icmp eq %v, %c2 : i8
    cf.cond_br %end, ^stop, ^wait(%v : i8)
  ^stop:
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
