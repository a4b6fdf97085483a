// Waits for a change of one value, of several, and of a computed one; a change of something
// else wakes nobody. Computed: 5 + 5 does not differ from 0 + 10.
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
// CHECK: b=1 @2
// CHECK-NEXT: m=0 @2
// CHECK-NEXT: s=1 @2
// CHECK-NEXT: a=5 @4
// CHECK-NEXT: m=1 @4
// CHECK-NEXT: s=6 @4
// CHECK-NEXT: m=2 @6
// CHECK-NEXT: m=3 @8
// CHECK-NEXT: s=10 @8
hw.module @top() {
  %t = llhd.constant_time <2ns, 0d, 0e>
  %now = llhd.constant_time <0ns, 0d, 1e>
  %c0 = hw.constant 0 : i8
  %c1 = hw.constant 1 : i8
  %a = llhd.sig %c0 : i8
  %b = llhd.sig %c0 : i8
  %av = llhd.prb %a : i8
  %bv = llhd.prb %b : i8
  %sum = comb.add %av, %bv : i8
  llhd.process {
    %c5 = hw.constant 5 : i8
    %c6 = hw.constant 6 : i8
    llhd.wait delay %t, ^first
  ^first:
    llhd.drv %b, %c1 after %now : i8
    llhd.wait delay %t, ^second
  ^second:
    llhd.drv %a, %c5 after %now : i8
    llhd.wait delay %t, ^third
  ^third: // the sum remains
    llhd.drv %a, %c6 after %now : i8
    llhd.drv %b, %c0 after %now : i8
    llhd.wait delay %t, ^fourth
  ^fourth:
    llhd.drv %a, %c5 after %now : i8
    llhd.drv %b, %c5 after %now : i8
    llhd.halt
  }
  llhd.process {
    %who = hw.constant 97 : i8
    llhd.wait (%av : i8), ^go
  ^go:
    func.call @show(%who, %av) : (i8, i8) -> ()
    llhd.halt
  }
  llhd.process {
    %who = hw.constant 98 : i8
    llhd.wait (%bv : i8), ^go
  ^go:
    func.call @show(%who, %bv) : (i8, i8) -> ()
    llhd.halt
  }
  llhd.process {
    %who = hw.constant 109 : i8
    cf.br ^wait(%c0 : i8)
  ^wait(%n: i8):
    llhd.wait (%av, %bv : i8, i8), ^go(%n : i8)
  ^go(%m: i8):
    func.call @show(%who, %m) : (i8, i8) -> ()
    %next = comb.add %m, %c1 : i8
    cf.br ^wait(%next : i8)
  }
  llhd.process {
    %who = hw.constant 115 : i8
    cf.br ^wait
  ^wait:
    llhd.wait (%sum : i8), ^go
  ^go:
    func.call @show(%who, %sum) : (i8, i8) -> ()
    cf.br ^wait
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
