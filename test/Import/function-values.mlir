// Functions as values: in signals, block arguments, ports and arrays; chosen in a
// module's body and in processes; called in other modules than the one that names them.
// RUN: %run-tiers --extended %s | FileCheck %s
// RUN: env -u CIRCT_SIM_JIT_FORCE_DEOPT_REQUEST %circt-sim --mode=compile --jit-hot-threshold=0 --jit-fail-on-deopt --jit-report=%t.json %s > %t.out
// RUN: FileCheck %s --check-prefix=NATIVE < %t.json
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 --jit-compile-budget=0 --jit-report=%t.none.json %s > %t.none.out
// RUN: FileCheck %s --check-prefix=NONE < %t.none.json
// NATIVE-DAG: "jit_deopts_total": 0
// NATIVE-DAG: "jit_strict_violations_total": 0
// NATIVE-DAG: "jit_native_instruction_share": 1
// NONE-DAG: "jit_compiles_total": 0
// NONE-DAG: "jit_exec_hits_total": 0
// CHECK: start 0
// CHECK-NEXT: body 10
// CHECK-NEXT: body 25
// CHECK-NEXT: array 6 9 4
// CHECK-NEXT: loop 512
// CHECK-NEXT: child 105
func.func @double(%x: i32) -> i32 {
  %0 = comb.add %x, %x : i32
  return %0 : i32
}
func.func @square(%x: i32) -> i32 {
  %0 = comb.mul %x, %x : i32
  return %0 : i32
}
func.func @next(%x: i32) -> i32 {
  %c = hw.constant 1 : i32
  %0 = comb.add %x, %c : i32
  return %0 : i32
}
func.func @plus100(%x: i32) -> i32 {
  %c = hw.constant 99 : i32
  %0 = comb.add %x, %c : i32
  %1 = func.call @next(%0) : (i32) -> i32
  return %1 : i32
}
func.func @apply(%f: (i32) -> i32, %n: i32, %x: i32) -> i32 {
  %zero = hw.constant 0 : i32
  %one = hw.constant 1 : i32
  cf.br ^loop(%n, %x, %f : i32, i32, (i32) -> i32)
^loop(%i: i32, %v: i32, %g: (i32) -> i32):
  %done = comb.icmp eq %i, %zero : i32
  cf.cond_br %done, ^end, ^body
^body:
  %w = func.call_indirect %g(%v) : (i32) -> i32
  %j = comb.sub %i, %one : i32
  cf.br ^loop(%j, %w, %g : i32, i32, (i32) -> i32)
^end:
  return %v : i32
}
hw.module @child(in %f : i64, in %x : i32, out y : i32) {
  %g = builtin.unrealized_conversion_cast %f : i64 to (i32) -> i32
  %r = func.call_indirect %g(%x) : (i32) -> i32
  hw.output %r : i32
}
hw.module @top() {
  %false = hw.constant false
  %true = hw.constant true
  %five = hw.constant 5 : i32
  %eps = llhd.constant_time <0ns, 0d, 1e>
  %t1 = llhd.constant_time <1ns, 0d, 0e>
  %which = llhd.sig %false : i1
  %sel = llhd.prb %which : i1
  %double = func.constant @double : (i32) -> i32
  %square = func.constant @square : (i32) -> i32
  %f = comb.mux %sel, %square, %double : (i32) -> i32
  %r = func.call_indirect %f(%five) : (i32) -> i32
  %plus = func.constant @plus100 : (i32) -> i32
  %plusId = builtin.unrealized_conversion_cast %plus : (i32) -> i32 to i64
  %y = hw.instance "child" @child(f: %plusId: i64, x: %five: i32) -> (y: i32)
  llhd.process {
    %start = sim.fmt.literal "start 0\n"
    sim.proc.print %start
    llhd.wait delay %t1, ^first
  ^first:
    %body = sim.fmt.literal "body "
    %nl = sim.fmt.literal "\n"
    %n = sim.fmt.dec %r specifierWidth 0 : i32
    %m = sim.fmt.concat (%body, %n, %nl)
    sim.proc.print %m
    llhd.drv %which, %true after %eps : i1
    llhd.wait delay %t1, ^second
  ^second:
    %n2 = sim.fmt.dec %r specifierWidth 0 : i32
    %m2 = sim.fmt.concat (%body, %n2, %nl)
    sim.proc.print %m2
    // An array of values, made and read in code.
    %a = func.constant @double : (i32) -> i32
    %b = func.constant @square : (i32) -> i32
    %c = func.constant @next : (i32) -> i32
    %ai = builtin.unrealized_conversion_cast %a : (i32) -> i32 to i64
    %bi = builtin.unrealized_conversion_cast %b : (i32) -> i32 to i64
    %ci = builtin.unrealized_conversion_cast %c : (i32) -> i32 to i64
    %array = hw.array_create %ci, %bi, %ai : i64
    %i0 = hw.constant 0 : i2
    %i1 = hw.constant 1 : i2
    %i2 = hw.constant 2 : i2
    %three = hw.constant 3 : i32
    %e0 = hw.array_get %array[%i0] : !hw.array<3xi64>, i2
    %e1 = hw.array_get %array[%i1] : !hw.array<3xi64>, i2
    %e2 = hw.array_get %array[%i2] : !hw.array<3xi64>, i2
    %f0 = builtin.unrealized_conversion_cast %e0 : i64 to (i32) -> i32
    %f1 = builtin.unrealized_conversion_cast %e1 : i64 to (i32) -> i32
    %f2 = builtin.unrealized_conversion_cast %e2 : i64 to (i32) -> i32
    %r0 = func.call_indirect %f0(%three) : (i32) -> i32
    %r1 = func.call_indirect %f1(%three) : (i32) -> i32
    %r2 = func.call_indirect %f2(%three) : (i32) -> i32
    %text = sim.fmt.literal "array "
    %space = sim.fmt.literal " "
    %d0 = sim.fmt.dec %r0 specifierWidth 0 : i32
    %d1 = sim.fmt.dec %r1 specifierWidth 0 : i32
    %d2 = sim.fmt.dec %r2 specifierWidth 0 : i32
    %m3 = sim.fmt.concat (%text, %d0, %space, %d1, %space, %d2, %nl)
    sim.proc.print %m3
    %nine = hw.constant 9 : i32
    %one = hw.constant 1 : i32
    %power = func.call @apply(%a, %nine, %one) : ((i32) -> i32, i32, i32) -> i32
    %loop = sim.fmt.literal "loop "
    %dp = sim.fmt.dec %power specifierWidth 0 : i32
    %m4 = sim.fmt.concat (%loop, %dp, %nl)
    sim.proc.print %m4
    %child = sim.fmt.literal "child "
    %dy = sim.fmt.dec %y specifierWidth 0 : i32
    %m5 = sim.fmt.concat (%child, %dy, %nl)
    sim.proc.print %m5
    llhd.halt
  }
}
