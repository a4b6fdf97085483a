// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK: emit.file "a.sv" sym @a.sv {
emit.file "a.sv" sym @a.sv {
  // CHECK: emit.verbatim "text"
  emit.verbatim "text"
  // CHECK: emit.ref @f
  emit.ref @f
}
// CHECK: emit.fragment @f {
emit.fragment @f {
}
// CHECK: emit.file_list "files.f", [@a.sv]
emit.file_list "files.f", [@a.sv]

hw.hierpath @path [@m::@w]
hw.module @m(in %a : i1) {
  %w = hw.wire %a sym @w : i1
}

// CHECK: om.class private @Thing(%base: !om.basepath, %x: i8) -> (x: i8, "odd name": !om.path) {
om.class private @Thing(%base: !om.basepath, %x: i8) -> (x: i8, "odd name": !om.path) {
  // CHECK: om.path_create reference %base @path
  %0 = om.path_create reference %base @path
  // CHECK: om.basepath_create %base @path
  %1 = om.basepath_create %base @path
  // CHECK: om.class.fields %x, %{{.*}} : i8, !om.path
  om.class.fields %x, %0 : i8, !om.path
}
// CHECK: om.class.extern @Other(%b: i1) -> (f: !om.list<!om.integer>) {
om.class.extern @Other(%b: i1) -> (f: !om.list<!om.integer>) { }
// CHECK: om.class @Values(%base: !om.basepath, %frozen: !om.frozenbasepath)
om.class @Values(%base: !om.basepath, %frozen: !om.frozenbasepath) {
  // CHECK: om.constant 3 : i8
  %0 = om.constant 3 : i8
  // CHECK: [[O:%.+]] = om.object @Thing(%base, %{{.*}}) : (!om.basepath, i8) -> !om.class.type<@Thing>
  %1 = om.object @Thing(%base, %0) : (!om.basepath, i8) -> !om.class.type<@Thing>
  // CHECK: om.object.field [[O]]["x"] : (!om.class.type<@Thing>) -> i8
  %2 = om.object.field %1["x"] : (!om.class.type<@Thing>) -> i8
  // CHECK: [[I:%.+]] = om.constant #om.integer<4 : si8> : !om.integer
  %3 = om.constant #om.integer<4 : si8> : !om.integer
  // CHECK: om.integer.shl [[I]], [[I]] : !om.integer
  %4 = om.integer.shl %3, %3 : !om.integer
  // CHECK: [[L:%.+]] = om.list_create [[I]] : !om.integer
  %5 = om.list_create %3 : !om.integer
  // CHECK: om.list_concat [[L]], [[L]] : <!om.integer>
  %6 = om.list_concat %5, %5 : !om.list<!om.integer>
  // CHECK: om.constant #om.list<i8, [1 : i8]> : !om.list<i8>
  %7 = om.constant #om.list<i8, [1 : i8]> : !om.list<i8>
  // CHECK: om.constant #om.ref<<@m::@w>> : !om.ref
  %8 = om.constant #om.ref<#hw.innerNameRef<@m::@w>> : !om.ref
  // CHECK: om.constant #om.sym_ref<@m> : !om.sym_ref
  %9 = om.constant #om.sym_ref<@m> : !om.sym_ref
  // CHECK: om.frozenpath_create reference %frozen "M/u:N>w"
  %10 = om.frozenpath_create reference %frozen "M/u:N>w"
  // CHECK: om.any_cast [[O]] : (!om.class.type<@Thing>) -> !om.any
  %11 = om.any_cast %1 : (!om.class.type<@Thing>) -> !om.any
  // CHECK: om.unknown : i8
  %12 = om.unknown : i8
  // CHECK: om.class.fields
  om.class.fields
}
