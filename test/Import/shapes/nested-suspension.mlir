// Calls that suspend inside calls that suspend; values live across the waits.
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
// CHECK: a=1 @1
// CHECK-NEXT: a=2 @3
// CHECK-NEXT: a=3 @4
// CHECK-NEXT: a=4 @6
// CHECK-NEXT: r=110 @6
hw.module @top() {
  %c10 = hw.constant 10 : i8
  llhd.process {
    %who = hw.constant 114 : i8
    %c100 = hw.constant 100 : i8
    %r = llhd.call_coroutine @outer(%c10) : (i8) -> i8
    %all = comb.add %r, %c100 : i8
    func.call @show(%who, %all) : (i8, i8) -> ()
    llhd.halt
  }
}
llhd.coroutine @outer(%x: i8) -> i8 {
  %c1 = hw.constant 1 : i8
  %c3 = hw.constant 3 : i8
  llhd.call_coroutine @inner(%c1) : (i8) -> ()
  llhd.call_coroutine @inner(%c3) : (i8) -> ()
  llhd.return %x : i8
}
llhd.coroutine @inner(%first: i8) {
  %who = hw.constant 97 : i8
  %one = llhd.constant_time <1ns, 0d, 0e>
  %two = llhd.constant_time <2ns, 0d, 0e>
  %c1 = hw.constant 1 : i8
  llhd.wait delay %one, ^a
^a:
  func.call @show(%who, %first) : (i8, i8) -> ()
  llhd.wait delay %two, ^b(%first : i8)
^b(%y: i8):
  %z = comb.add %y, %c1 : i8
  func.call @show(%who, %z) : (i8, i8) -> ()
  llhd.return
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
