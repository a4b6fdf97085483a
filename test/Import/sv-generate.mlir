// Generate constructs by parameters, and hw.triggered.
// RUN: %run-tiers %s | FileCheck %s

// CHECK-DAG: top.one.foo_case.case1.print
// CHECK-DAG: top.two.foo_case.other.print
// CHECK-DAG: i=2 of 4
// CHECK-DAG: i=3 of 4
// CHECK-DAG: i=3 of 5
// CHECK-DAG: i=4 of 5
// CHECK-DAG: triggered 3 7

hw.module @print() {
  sv.initial {
    sv.write "%m\n"
  }
}
hw.module @cases<N: i8>() {
  sv.generate "foo_case" : {
    sv.generate.case #hw.param.decl.ref<"N"> : i8 [
      case (0, "case0") {
        sv.initial { sv.write "wrong\n" }
      }
      case (1 : i64, "case1") {
        hw.instance "print" @print() -> ()
      }
      case (unit, "other") {
        hw.instance "print" @print() -> ()
      }
    ]
  }
}
hw.module @loop<N: i32>() {
  %all = hw.param.value i32 = #hw.param.decl.ref<"N">
  sv.generate "foo_loop" : {
    sv.generate.for %i : i32 = #hw.param.expr.add<#hw.param.decl.ref<"N">, -2> to #hw.param.decl.ref<"N"> step 1 name "gen_blk" {
      sv.initial {
        sv.write "i=%0d of %0d\n"(%i, %all) : i32, i32
      }
    }
  }
}
hw.module @top() {
  hw.instance "one" @cases<N: i8 = 1>() -> ()
  hw.instance "two" @cases<N: i8 = 2>() -> ()
  hw.instance "four" @loop<N: i32 = 4>() -> ()
  hw.instance "five" @loop<N: i32 = 5>() -> ()

  %false = hw.constant false
  %true = hw.constant true
  %three = hw.constant 3 : i8
  %seven = hw.constant 7 : i8
  %clk = llhd.sig name "clk" %false : i1
  %c = llhd.prb %clk : i1
  %t = llhd.constant_time <1ns, 0d, 0e>
  llhd.drv %clk, %true after %t : i1
  hw.triggered posedge %c (%three, %seven) : i8, i8 {
  ^bb0(%a : i8, %b : i8):
    sv.write "triggered %0d %0d\n"(%a, %b) : i8, i8
  }
}
