// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

csim.module package @pkg {
// CHECK-LABEL: func @pkg.g id
// CHECK-NEXT: frame 2 args 0 results s1
// CHECK-NEXT: const s0 = 0x3
// CHECK-NEXT: 0  Mov s1, s0
// CHECK-NEXT: 1  Return
csim.func @g() -> i8 {
  %0 = arith.constant 3 : i8
  csim.return %0 : i8
}
}
csim.module module @m {
csim.scope @blk "blk" begin
csim.signal @x variable : !csim.logic<8>
csim.extern_instance @p ["pkg"]
// CHECK-LABEL: func @m.two id
// CHECK-NEXT: frame 9 args 6 results s6:8
// CHECK-NEXT: 0  LdRef.four s6:7, r3, #0, #8, #8
// CHECK-NEXT: 2  Mov s8, s0
// CHECK-NEXT: 3  Return
csim.func @two(%a: i8, %b: !csim.logic<8>, %r: !csim.ref<!csim.logic<8>>) -> (!csim.logic<8>, i8) {
  %0 = csim.load %r : !csim.ref<!csim.logic<8>>
  csim.return %0, %a : !csim.logic<8>, i8
}
// CHECK-LABEL: func @m.task id
// CHECK-NEXT: frame 1 args 1
// CHECK-NEXT: 0  Return
csim.func @task(%a: i8) attributes {task} {
  csim.return
}
// CHECK-LABEL: func @m.thunk id
// CHECK-NEXT: frame 0 args 0
// CHECK-NEXT: 0  Return
csim.func @thunk() {
  csim.return
}
// CHECK-LABEL: func @m.calls id
// CHECK-NEXT: frame 12 args 3 results s0:1 suspends
// CHECK-NEXT: 0  RefLocal r6, [0x0], x
// CHECK-NEXT: 1  AddI<8> s3, s0, s0
// CHECK-NEXT: 2  MovL s4:5, s1:2
// CHECK-NEXT: 3  Call @m.two, s3:8, s9, self, #6
// CHECK-NEXT: 5  MovL s0:1, s9:10
// CHECK-NEXT: 6  Mov s2, s11
// CHECK-NEXT: 7  Call @m.task, s2, -, self, #1
// CHECK-NEXT: 9  Call @pkg.g, -, s2, slot0(pkg)
// CHECK-NEXT: 11  Return
csim.func @calls(%a: i8, %b: !csim.logic<8>) -> !csim.logic<8> {
  %x = csim.addr @x : !csim.ref<!csim.logic<8>>
  %s = arith.addi %a, %a : i8
  %0:2 = csim.call @two(%s, %b, %x) : (i8, !csim.logic<8>, !csim.ref<!csim.logic<8>>) -> (!csim.logic<8>, i8)
  csim.call @task(%0#1) : (i8) -> ()
  %1 = csim.call @pkg::@g() on @p : () -> i8
  csim.return %0#0 : !csim.logic<8>
}
// CHECK-LABEL: func @m.indirect id
// CHECK-NEXT: frame 5 args 2 results s1 suspends
// CHECK-NEXT: const s0 = 0xf0000002
// CHECK-NEXT: 0  Mov s3, s2
// CHECK-NEXT: 1  Mov s4, s2
// CHECK-NEXT: 2  CallIndirect s1, s3:4, s2, self, #2, #1, (i8, i8) -> i8
// CHECK-NEXT: 4  CallIndirect s1, s2, -, slot0(pkg), #1, #0, (i8) -> ()
// CHECK-NEXT: 6  Mov s1, s0
// CHECK-NEXT: 7  Return
csim.func @indirect(%f: i64, %a: i8) -> i64 attributes {task} {
  %0 = csim.call_indirect %f(%a, %a) : (i8, i8) -> i8
  csim.call_indirect may_suspend %f(%0) on @p : (i8) -> ()
  %t = csim.func_ref @task
  csim.return %t : i64
}
// CHECK-LABEL: func @m.system id
// CHECK-NEXT: frame 8 args 3 results s0
// CHECK-NEXT: 0  RefLocal r3, [0x0], x
// CHECK-NEXT: 1  LdL8 s6:7, [0x0]
// CHECK-NEXT: 2  SysCall builtin 0(literal "a\"\n", logic<8> s6:7 of x, signed bits<8> s0, string s1, real s2, missing, scope "u")
// CHECK-NEXT: 3  SysCall builtin 12(thunk @m.thunk, ref r3 of x, type 1)
// CHECK-NEXT: 4  SysCall builtin 76() -> s0
// CHECK-NEXT: 5  LdText s6, "abc"
// CHECK-NEXT: 6  Mov s7, s1
// CHECK-NEXT: 7  CallRt #2, s6, s0
// CHECK-NEXT: 8  Return
csim.func @system(%a: i8, %s: !csim.string, %r: f64) -> i1 {
  %x = csim.addr @x : !csim.ref<!csim.logic<8>>
  %v = csim.load %x : !csim.ref<!csim.logic<8>>
  csim.syscall "$display"(%v, %a, %s, %r : !csim.logic<8>, i8, !csim.string, f64) [#csim.arg<literal, text = "a\22\n">, #csim.arg<logic>, #csim.arg<bits, isSigned = true>, #csim.arg<string>, #csim.arg<real>, #csim.arg<missing>, #csim.arg<scope, text = "u">] scope @blk
  csim.syscall "$monitor"(%x : !csim.ref<!csim.logic<8>>) [#csim.arg<thunk, symbol = @thunk>, #csim.arg<ref>, #csim.arg<type, type = i8>]
  %0 = csim.syscall "$time"() [] : i64
  %t = csim.string_constant "abc"
  %1 = csim.rt "string_eq"(%t, %s) : (!csim.string, !csim.string) -> i1
  csim.return %1 : i1
}
}
