// A process that waits and ends; the simulation ends at that time.
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
// CHECK: end 5000
hw.module @top() {
  %t5 = llhd.constant_time <5ns, 0d, 0e>
  llhd.process {
    llhd.wait delay %t5, ^end
  ^end:
    llhd.halt
  }
  %tp = llhd.constant_time <5000ps, 0d, 0e>
  llhd.process {
    llhd.wait delay %tp, ^late
  ^late:
    %now = llhd.current_time
    %fs = llhd.time_to_int %now
    %thousand = hw.constant 1000 : i64
    %ps = comb.divu %fs, %thousand : i64
    %text = sim.fmt.literal "end "
    %n = sim.fmt.dec %ps specifierWidth 0 : i64
    %nl = sim.fmt.literal "\n"
    %all = sim.fmt.concat (%text, %n, %nl)
    sim.proc.print %all
    llhd.halt
  }
}
