// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK: sv.macro.decl @WIDE["WIDE_"] (["a", "b"])
sv.macro.decl @WIDE["WIDE_"](["a", "b"])
// CHECK: sv.macro.def @WIDE "8"
sv.macro.def @WIDE "8"
// CHECK: sv.reserve_names ["x"]
sv.reserve_names ["x"]
// CHECK: sv.include system "a.svh"
sv.include system "a.svh"

// CHECK: sv.interface @bus {
sv.interface @bus {
  // CHECK: sv.interface.signal @data : i8
  sv.interface.signal @data : i8
  // CHECK: sv.interface.modport @in (input @data)
  sv.interface.modport @in (input @data)
}

// CHECK-LABEL: hw.module @statements
hw.module @statements(in %clk : i1, in %d : i8, in %i : i2, in %e : !hw.enum<A, B>) {
  // CHECK: %w = sv.wire sym @w {note = 1 : i32} : !hw.inout<i8>
  %w = sv.wire sym @w {note = 1 : i32} : !hw.inout<i8>
  // CHECK: %odd_name = sv.wire name "odd name" : !hw.inout<i8>
  %after = sv.wire name "odd name" : !hw.inout<i8>
  // CHECK: %r = sv.reg init %d : !hw.inout<i8>
  %r = sv.reg init %d : !hw.inout<i8>
  // CHECK: %l = sv.logic : !hw.inout<array<4xi8>>
  %l = sv.logic : !hw.inout<array<4xi8>>
  %s = sv.reg : !hw.inout<struct<f: i8, g: i1>>
  // CHECK: sv.xmr isRooted "top", "u", "x" : !hw.inout<i8>
  %x = sv.xmr isRooted top, u, x : !hw.inout<i8>
  // CHECK: sv.read_inout %r : !hw.inout<i8>
  %0 = sv.read_inout %r : !hw.inout<i8>
  // CHECK: sv.array_index_inout %l[%i] : !hw.inout<array<4xi8>>, i2
  %1 = sv.array_index_inout %l[%i] : !hw.inout<array<4xi8>>, i2
  // CHECK: sv.struct_field_inout %s["f"] : !hw.inout<struct<f: i8, g: i1>>
  %2 = sv.struct_field_inout %s["f"] : !hw.inout<struct<f: i8, g: i1>>
  // CHECK: sv.indexed_part_select_inout %r[%i : 4] : !hw.inout<i8>, i2
  %3 = sv.indexed_part_select_inout %r[%i : 4] : !hw.inout<i8>, i2
  // CHECK: sv.indexed_part_select %d[%i decrement : 4] : i8, i2
  %4 = sv.indexed_part_select %d[%i decrement : 4] : i8, i2
  // CHECK: sv.constantX : i8
  %5 = sv.constantX : i8
  // CHECK: sv.macro.ref.expr @WIDE() : () -> i8
  %6 = sv.macro.ref.expr @WIDE() : () -> i8
  // CHECK: sv.verbatim.expr "a + {{[{][{]}}0{{[}][}]}}"(%d) : (i8) -> i8
  %7 = sv.verbatim.expr "a + {{0}}"(%d) : (i8) -> i8
  // CHECK: %P = sv.localparam {value = 4 : i8} : i8
  %P = sv.localparam {value = 4 : i8} : i8
  // CHECK: %b = sv.interface.instance : !sv.interface<@bus>
  %b = sv.interface.instance : !sv.interface<@bus>
  // CHECK: sv.interface.signal.read %b(@bus::@data) : i8
  %8 = sv.interface.signal.read %b(@bus::@data) : i8
  // CHECK: sv.assign %w, %d : i8
  sv.assign %w, %d : i8
  // CHECK: sv.ifdef @WIDE {
  sv.ifdef @WIDE {
    sv.verbatim "text"
  // CHECK: } else {
  } else {
    // CHECK: sv.error "no {{%d}}"(%d) : i8
    sv.error "no %d"(%d) : i8
  }
  // CHECK: sv.always posedge %clk, negedge %clk {
  sv.always posedge %clk, negedge %clk {
    // CHECK: sv.passign %r, %d : i8
    sv.passign %r, %d : i8
    // CHECK: sv.if %clk {
    sv.if %clk {
      // CHECK: sv.bpassign %r, %d : i8
      sv.bpassign %r, %d : i8
    } else {
      sv.fatal.procedural 1, "x"
    }
  }
  // CHECK: sv.alwaysff(posedge %clk) {
  // CHECK: }(asyncreset : negedge %clk) {
  sv.alwaysff (posedge %clk) {
    sv.force %r, %d : i8
  } (asyncreset : negedge %clk) {
    sv.release %r : !hw.inout<i8>
  }
  // CHECK: sv.initial {
  sv.initial {
    // CHECK: sv.case casez unique %d : i8
    sv.case casez unique %d : i8
    // CHECK: case b0000001z: {
    case b1z: {
      // CHECK: sv.finish 1
      sv.finish 1
    }
    // CHECK: case %d: {
    case %d: {
      sv.stop 0
    }
    // CHECK: default: {
    default: {
      // CHECK: sv.write "{{%d}}"(%d) : i8
      sv.write "%d"(%d) : i8
    }
    // CHECK: sv.case %e : !hw.enum<A, B>
    sv.case %e : !hw.enum<A, B>
    // CHECK: case A: {
    case A: {
      sv.exit
    }
    // CHECK: sv.for %k = %d to %d step %d : i8 {
    sv.for %k = %d to %d step %d : i8 {
      // CHECK: sv.assert %clk, immediate label "l" message "m"
      sv.assert %clk, immediate label "l" message "m"
    }
  }
  // CHECK: sv.assert.concurrent posedge %clk, %clk label "c"
  sv.assert.concurrent posedge %clk, %clk label "c"
}

// CHECK: hw.module.extern @attributed() attributes {sv.attributes = [#sv.attribute<"keep" = "\22true\22">, #sv.attribute<"x", emitAsComment>]}
hw.module.extern @attributed() attributes {sv.attributes = [#sv.attribute<"keep" = "\22true\22">, #sv.attribute<"x", emitAsComment>]}
