// Prints and drives before the first wait, and before each of a loop.
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
// CHECK: p=0 @0
// CHECK-NEXT: l=0 @0
// CHECK-NEXT: l=1 @3
// CHECK-NEXT: l=2 @6
hw.module @top() {
  %t = llhd.constant_time <3ns, 0d, 0e>
  %now = llhd.constant_time <0ns, 0d, 1e>
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %c3 = hw.constant 3 : i8
  %n = llhd.sig %c1 : i8
  llhd.process {
    %p = hw.constant 112 : i8
    %l = hw.constant 108 : i8
    llhd.drv %n, %c0 after %now : i8
    %first = llhd.prb %n : i8
    func.call @show(%p, %first) : (i8, i8) -> ()
    cf.br ^loop
  ^loop:
    %v = llhd.prb %n : i8
    func.call @show(%l, %v) : (i8, i8) -> ()
    %next = comb.add %v, %c1 : i8
    llhd.drv %n, %next after %now : i8
    %end = comb.icmp eq %next, %c3 : i8
    cf.cond_br %end, ^stop, ^wait
  ^wait:
    llhd.wait delay %t, ^loop
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
