// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s
// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s --check-prefix=CODE

!h = !csim.instance_handle<"bus">
csim.module interface @bus {
csim.signal @first variable : i32
csim.signal @x variable : !csim.logic<8>
csim.signal @clk wire : !csim.logic<1>
csim.port "clk" input @clk
csim.extern_instance @sub up 0 ["sub"]
csim.func @f(%a: i8) -> i8 {
  csim.return %a : i8
}
}
csim.module module @m {
csim.extern_instance @i up 0 ["i"]
// CODE-LABEL: func @m.f id
csim.func @f(%h: !h, %a: i8) -> i8 {
  // CHECK: csim.handle @i : !csim.instance_handle<"bus">
  // CODE: HandleOf s{{[0-9]+}}, slot0(i)
  %0 = csim.handle @i : !h
  // CHECK: csim.member_ref %{{.*}} @bus::@x : !csim.instance_handle<"bus"> -> !csim.ref<!csim.logic<8>>
  // CODE: RefMember r{{[0-9]+}}, s{{[0-9]+}}, #4, #1
  %1 = csim.member_ref %0 @bus::@x : !h -> !csim.ref<!csim.logic<8>>
  %2 = csim.load %1 : !csim.ref<!csim.logic<8>>
  // CHECK: csim.member_ref lenient %{{.*}} @bus::@clk
  // CODE: RefMemberSlot r{{[0-9]+}}, s{{[0-9]+}}, #0, #0, #1
  %3 = csim.member_ref lenient %h @bus::@clk : !h -> !csim.ref<!csim.logic<1>>
  csim.wait_event [any %3 : !csim.ref<!csim.logic<1>>]
  csim.store %2, %1 : !csim.ref<!csim.logic<8>>
  // CHECK: csim.member_handle %{{.*}} @bus::@sub : !csim.instance_handle<"bus"> -> !csim.instance_handle<"bus">
  // CODE: HandleMember s{{[0-9]+}}, s{{[0-9]+}}, #1
  %4 = csim.member_handle %h @bus::@sub : !h -> !h
  // CHECK: csim.call_at %{{.*}}, @bus::@f(%{{.*}}) : !csim.instance_handle<"bus">, (i8) -> i8
  // CODE: CallAt @bus.f
  %5 = csim.call_at %4, @bus::@f(%a) : !h, (i8) -> i8
  csim.return %5 : i8
}
}
