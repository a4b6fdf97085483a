// Operands of a wait that the end of the process yields.
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
// CHECK: 11
hw.module @top() {
  %t = llhd.constant_time <2ns, 0d, 0e>
  %nl = sim.fmt.literal "\n"
  %r = llhd.process -> i8 {
    %c5 = hw.constant 5 : i8
    %c6 = hw.constant 6 : i8
    llhd.wait yield (%c5 : i8), delay %t, ^end(%c5, %c6 : i8, i8)
  ^end(%x: i8, %y: i8):
    %sum = comb.add %x, %y : i8
    llhd.halt %sum : i8
  }
  llhd.process {
    cf.br ^watch
  ^watch:
    llhd.wait (%r : i8), ^show
  ^show:
    %n = sim.fmt.dec %r specifierWidth 0 : i8
    %all = sim.fmt.concat (%n, %nl)
    sim.proc.print %all
    cf.br ^watch
  }
}
