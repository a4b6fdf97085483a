// Tables of virtual methods: functions have their ids in the order of the tables.
// RUN: %run-tiers --extended %s | FileCheck %s
// RUN: %circt-sim --dump-bytecode %s | FileCheck %s --check-prefix=IDS
// IDS: func @$functions.Base::speak id 0
// IDS: func @$functions.Base::legs id 1
// IDS: func @$functions.Bird::speak id 2
// IDS: func @$functions.Bird::legs id 3
// IDS: func @$functions.helper id 4
// CHECK: base 10 4
// CHECK-NEXT: bird 20 2
// CHECK-NEXT: base 10 4
// CHECK-NEXT: bird 20 2
// CHECK-NEXT: direct 77
llvm.mlir.global internal @"Base::vtable"(#llvm.zero) {addr_space = 0 : i32, circt.vtable_entries = [[0, @"Base::speak"], [1, @"Base::legs"]]} : !llvm.array<2 x ptr>
llvm.mlir.global internal @"Bird::vtable"(#llvm.zero) {addr_space = 0 : i32, circt.vtable_entries = [[0, @"Bird::speak"], [1, @"Bird::legs"]]} : !llvm.array<2 x ptr>
func.func private @helper(%x: i32) -> i32 {
  %c = hw.constant 7 : i32
  %0 = comb.add %x, %c : i32
  return %0 : i32
}
func.func private @"Bird::legs"() -> i32 {
  %c = hw.constant 2 : i32
  return %c : i32
}
func.func private @"Base::legs"() -> i32 {
  %c = hw.constant 4 : i32
  return %c : i32
}
func.func private @"Base::speak"(%x: i32) -> i32 {
  %c = hw.constant 10 : i32
  %0 = comb.mul %x, %c : i32
  return %0 : i32
}
func.func private @"Bird::speak"(%x: i32) -> i32 {
  %c = hw.constant 20 : i32
  %0 = comb.mul %x, %c : i32
  return %0 : i32
}
func.func private @virtual(%table: !llvm.ptr, %x: i32) -> (i32, i32) {
  %slot0 = llvm.getelementptr %table[0, 0] : (!llvm.ptr) -> !llvm.ptr, !llvm.array<2 x ptr>
  %one = llvm.mlir.constant(1 : i32) : i32
  %slot1 = llvm.getelementptr %table[0, %one] : (!llvm.ptr, i32) -> !llvm.ptr, !llvm.array<2 x ptr>
  %p0 = llvm.load %slot0 : !llvm.ptr -> !llvm.ptr
  %p1 = llvm.load %slot1 : !llvm.ptr -> !llvm.ptr
  %speak = builtin.unrealized_conversion_cast %p0 : !llvm.ptr to (i32) -> i32
  %r0 = func.call_indirect %speak(%x) : (i32) -> i32
  %r1 = llvm.call %p1() : !llvm.ptr, () -> i32
  return %r0, %r1 : i32, i32
}
func.func private @show(%name: i1, %a: i32, %b: i32) {
  %base = sim.fmt.literal "base "
  %bird = sim.fmt.literal "bird "
  %space = sim.fmt.literal " "
  %nl = sim.fmt.literal "\n"
  %da = sim.fmt.dec %a specifierWidth 0 : i32
  %db = sim.fmt.dec %b specifierWidth 0 : i32
  %m0 = sim.fmt.concat (%base, %da, %space, %db, %nl)
  %m1 = sim.fmt.concat (%bird, %da, %space, %db, %nl)
  cf.cond_br %name, ^bird, ^base
^bird:
  sim.proc.print %m1
  cf.br ^end
^base:
  sim.proc.print %m0
  cf.br ^end
^end:
  return
}
hw.module @top() {
  %t1 = llhd.constant_time <1ns, 0d, 0e>
  llhd.process {
    %base = llvm.mlir.addressof @"Base::vtable" : !llvm.ptr
    %bird = llvm.mlir.addressof @"Bird::vtable" : !llvm.ptr
    %one = hw.constant 1 : i32
    %zero = hw.constant 0 : i32
    %four = hw.constant 4 : i32
    %false = hw.constant false
    %true = hw.constant true
    cf.br ^loop(%zero, %false, %base, %bird : i32, i1, !llvm.ptr, !llvm.ptr)
  ^loop(%i: i32, %name: i1, %now: !llvm.ptr, %next: !llvm.ptr):
    %a, %b = func.call @virtual(%now, %one) : (!llvm.ptr, i32) -> (i32, i32)
    func.call @show(%name, %a, %b) : (i1, i32, i32) -> ()
    %j = comb.add %i, %one : i32
    %other = comb.xor %name, %true : i1
    llhd.wait delay %t1, ^on
  ^on:
    %more = comb.icmp ult %j, %four : i32
    cf.cond_br %more, ^loop(%j, %other, %next, %now : i32, i1, !llvm.ptr, !llvm.ptr), ^end
  ^end:
    %helper = func.constant @helper : (i32) -> i32
    %direct = builtin.unrealized_conversion_cast %helper : (i32) -> i32 to !llvm.ptr
    %seventy = hw.constant 70 : i32
    %d = llvm.call %direct(%seventy) : !llvm.ptr, (i32) -> i32
    %text = sim.fmt.literal "direct "
    %nl = sim.fmt.literal "\n"
    %dd = sim.fmt.dec %d specifierWidth 0 : i32
    %m = sim.fmt.concat (%text, %dd, %nl)
    sim.proc.print %m
    llhd.halt
  }
}
