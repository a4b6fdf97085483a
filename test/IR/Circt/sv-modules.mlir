// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK-LABEL: sv.func private @declared(in %a : i2, out r : i1)
sv.func private @declared(in %a : i2, out r : i1)
// CHECK: sv.func.dpi.import linkage "c_name" @declared
sv.func.dpi.import linkage "c_name" @declared
// CHECK-LABEL: sv.func @twice(in %x : i32, out y : i32 {sv.func.explicitly_returned}) {
sv.func @twice(in %x : i32, out y : i32 {sv.func.explicitly_returned}) {
  %0 = comb.add %x, %x : i32
  // CHECK: sv.return %{{.*}} : i32
  sv.return %0 : i32
}

// CHECK: sv.verbatim.source @text.v<W: i32 = 8> attributes {
sv.verbatim.source @text.v<W: i32 = 8> attributes {
  content = "module text(); endmodule", output_file = #hw.output_file<"text.v">,
  verilogName = "text"}
// CHECK: sv.verbatim.module @text<W: i32 = 8>(in %a : i1, out b : i1) attributes {source = @text.v}
sv.verbatim.module @text<W: i32 = 8>(in %a : i1, out b : i1) attributes {source = @text.v}

// CHECK-LABEL: hw.module @generates<N: i32>
hw.module @generates<N: i32>(in %a : i32, out b : i32) {
  // CHECK: sv.generate "all" : {
  sv.generate "all" : {
    // CHECK: sv.generate.case #hw.param.decl.ref<"N"> : i32 [
    sv.generate.case #hw.param.decl.ref<"N"> : i32 [
      // CHECK: case (0 : i64, "none") {
      case (0, "none") {
      }
      // CHECK: case (unit, "some") {
      case (unit, "some") {
        sv.initial {
          // CHECK: sv.func.call.procedural @twice(%a) : (i32) -> i32
          %0 = sv.func.call.procedural @twice(%a) : (i32) -> i32
        }
      }
    ]
    // CHECK: sv.generate.for %i : i32 = 0 : i32 to #hw.param.decl.ref<"N"> : i32 step 1 : i32 name "block" {
    sv.generate.for %i : i32 = 0 to #hw.param.decl.ref<"N"> step 1 name "block" {
      sv.initial {
        // CHECK: sv.write "%d"(%i) : i32
        sv.write "%d"(%i) : i32
      }
    }
  }
  // CHECK: sv.func.call @twice(%a) : (i32) -> i32
  %b = sv.func.call @twice(%a) : (i32) -> i32
  hw.output %b : i32
}
