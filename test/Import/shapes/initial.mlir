// Values that are found before time 0, one by code that prints.
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
// CHECK: setting up
// CHECK-NEXT: 7 9
hw.module @top() {
  %a = seq.initial () {
    %c7 = hw.constant 7 : i8
    seq.yield %c7 : i8
  } : () -> !seq.immutable<i8>
  %b = seq.initial () {
    %text = sim.fmt.literal "setting up\n"
    sim.proc.print %text
    %c9 = hw.constant 9 : i8
    seq.yield %c9 : i8
  } : () -> !seq.immutable<i8>
  %av = seq.from_immutable %a : (!seq.immutable<i8>) -> i8
  %bv = seq.from_immutable %b : (!seq.immutable<i8>) -> i8
  %space = sim.fmt.literal " "
  %nl = sim.fmt.literal "\n"
  llhd.process {
    %x = sim.fmt.dec %av specifierWidth 0 : i8
    %y = sim.fmt.dec %bv specifierWidth 0 : i8
    %all = sim.fmt.concat (%x, %space, %y, %nl)
    sim.proc.print %all
    llhd.halt
  }
}
