// A process that leaves values when it ends; another one sees them.
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
// CHECK: 0 0
// CHECK-NEXT: 12 34
hw.module @top() {
  %t1 = llhd.constant_time <1ns, 0d, 0e>
  %space = sim.fmt.literal " "
  %nl = sim.fmt.literal "\n"
  %a, %b = llhd.process -> i8, i16 {
    %zero = hw.constant 0 : i8
    %none = hw.constant 0 : i16
    llhd.wait yield (%zero, %none : i8, i16), delay %t1, ^end
  ^end:
    %x = hw.constant 12 : i8
    %y = hw.constant 34 : i16
    llhd.halt %x, %y : i8, i16
  }
  llhd.process {
    cf.br ^show
  ^show:
    %x = sim.fmt.dec %a specifierWidth 0 : i8
    %y = sim.fmt.dec %b specifierWidth 0 : i16
    %all = sim.fmt.concat (%x, %space, %y, %nl)
    sim.proc.print %all
    llhd.wait (%a : i8), ^show
  }
}
