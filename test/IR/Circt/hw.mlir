// Every operation, type and attribute of hw comes back as it was written.
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK: hw.type_scope @types
hw.type_scope @types {
  // CHECK: hw.typedecl @byte : i8
  hw.typedecl @byte : i8
  // CHECK: hw.typedecl @word, "word_t" : i16
  hw.typedecl @word, "word_t" : i16
}
!byte = !hw.typealias<@types::@byte, i8>

// CHECK: hw.generator.schema @schema, "Schema", ["depth"]
hw.generator.schema @schema, "Schema", ["depth"]
// CHECK: hw.module.generated @made, @schema(in %a : i1, out b : i2) attributes {depth = 4 : i64}
hw.module.generated @made, @schema(in %a : i1, out b : i2) attributes {depth = 4 : i64}
// CHECK: hw.module.extern @ext<W: i32 = 8, S: none>(in %a : !hw.int<#hw.param.decl.ref<"W">>, inout %b : i3, out "c d" : i1) attributes {verilogName = "Ext"}
hw.module.extern @ext<W: i32 = 8, S: none>(in %a : !hw.int<#hw.param.decl.ref<"W">>, inout %b : i3, out "c d" : i1) attributes {verilogName = "Ext"}

// CHECK: hw.module private @leaf(in %a : i4 {some.attr}, in %odd_name "odd name" : i4, out b : i4)
hw.module private @leaf(in %a : i4 {some.attr}, in %0 "odd name" : i4, out b : i4) {
  // CHECK: %w = hw.wire %a sym @sym : i4
  %w = hw.wire %a sym @sym : i4
  // CHECK: %other = hw.wire %w sym [<@low,1,private>, <@high,2,public>] : i4
  %1 = hw.wire %w sym [<@high,2,public>, <@low,1,private>] name "other" : i4
  hw.output %1 : i4
}
// CHECK: hw.module.extern @choice(in %a : i4, in %arg1 "odd name" : i4, out b : i4) attributes {comment = "x"}
hw.module.extern @choice(in %a : i4, in %arg1 "odd name" : i4, out b : i4) attributes {comment = "x"}

// CHECK-LABEL: hw.module @top<N: i32>(in %a : i4, in %i : i2, in %alias : !hw.typealias<@types::@byte, i8>)
hw.module @top<N: i32>(in %a : i4, in %i : i2, in %alias : !byte) {
  // CHECK: %one.b = hw.instance "one" sym @one @leaf(a: %a: i4, "odd name": %a: i4) -> (b: i4)
  %0 = hw.instance "one" sym @one @leaf(a: %a: i4, "odd name": %a: i4) -> (b: i4)
  // CHECK: hw.instance_choice "two" option "Target" @leaf or @choice if "FPGA"(a: %one.b: i4, "odd name": %a: i4) -> (b: i4)
  %1 = hw.instance_choice "two" option "Target" @leaf or @choice if "FPGA"(a: %0: i4, "odd name": %a: i4) -> (b: i4)
  // CHECK: %c-3_i4 = hw.constant -3 : i4
  %2 = hw.constant -3 : i4
  // CHECK: %true = hw.constant true
  %3 = hw.constant true
  // CHECK: hw.param.value i32 = #hw.param.expr.add<#hw.param.decl.ref<"N">, 5>
  %4 = hw.param.value i32 = #hw.param.expr.add<2, #hw.param.decl.ref<"N">, 3>
  // CHECK: hw.param.value i32 = #hw.param.expr.mul<#hw.param.decl.ref<"N">, 4>
  %5 = hw.param.value i32 = #hw.param.expr.shl<#hw.param.decl.ref<"N">, 2>
  // CHECK: hw.param.value i32 = 5
  %6 = hw.param.value i32 = #hw.param.expr.clog2<17>
  // CHECK: %A = hw.enum.constant A : !hw.enum<A, B>
  %7 = hw.enum.constant A : !hw.enum<A, B>
  // CHECK: hw.enum.cmp %A, %A : !hw.enum<A, B>, !hw.enum<A, B>
  %8 = hw.enum.cmp %7, %7 : !hw.enum<A, B>, !hw.enum<A, B>
  // CHECK: hw.aggregate_constant [1 : i8, [2 : i4, 3 : i4]] : !hw.struct<f: i8, g: !hw.array<2xi4>>
  %9 = hw.aggregate_constant [1 : i8, [2 : i4, 3 : i4]] : !hw.struct<f: i8, g: !hw.array<2xi4>>
  // CHECK: [[ARRAY:%.+]] = hw.array_create %a, %one.b, %a, %a : i4
  %10 = hw.array_create %a, %0, %a, %a : i4
  // CHECK: hw.array_concat [[ARRAY]], [[ARRAY]] : !hw.array<4xi4>, !hw.array<4xi4>
  %11 = hw.array_concat %10, %10 : !hw.array<4xi4>, !hw.array<4xi4>
  // CHECK: hw.array_slice [[ARRAY]][%i] : (!hw.array<4xi4>) -> !hw.array<2xi4>
  %12 = hw.array_slice %10[%i] : (!hw.array<4xi4>) -> !hw.array<2xi4>
  // CHECK: hw.array_get [[ARRAY]][%i] : !hw.array<4xi4>, i2
  %13 = hw.array_get %10[%i] : !hw.array<4xi4>, i2
  // CHECK: hw.array_inject [[ARRAY]][%i], %a : !hw.array<4xi4>, i2
  %14 = hw.array_inject %10[%i], %a : !hw.array<4xi4>, i2
  // CHECK: [[STRUCT:%.+]] = hw.struct_create (%a, %alias) : !hw.struct<x: i4, y: !hw.typealias<@types::@byte, i8>>
  %15 = hw.struct_create (%a, %alias) : !hw.struct<x: i4, y: !byte>
  // CHECK: hw.struct_extract [[STRUCT]]["y"] : !hw.struct
  %16 = hw.struct_extract %15["y"] : !hw.struct<x: i4, y: !byte>
  // CHECK: hw.struct_inject [[STRUCT]]["x"], %a : !hw.struct
  %17 = hw.struct_inject %15["x"], %a : !hw.struct<x: i4, y: !byte>
  // CHECK: hw.struct_explode [[STRUCT]] : !hw.struct
  %18:2 = hw.struct_explode %15 : !hw.struct<x: i4, y: !byte>
  // CHECK: [[UNION:%.+]] = hw.union_create "u", %a : !hw.union<u: i4, v: i2 offset 1>
  %19 = hw.union_create "u", %a : !hw.union<u: i4, v: i2 offset 1>
  // CHECK: hw.union_extract [[UNION]]["v"] : !hw.union
  %20 = hw.union_extract %19["v"] : !hw.union<u: i4, v: i2 offset 1>
  // CHECK: hw.bitcast [[ARRAY]] : (!hw.array<4xi4>) -> i16
  %21 = hw.bitcast %10 : (!hw.array<4xi4>) -> i16
  // CHECK: hw.triggered posedge %true(%a) : i4 {
  hw.triggered posedge %3 (%a) : i4 {
  ^bb0(%arg: i4):
    %22 = hw.constant 1 : i4
  }
}

// CHECK: hw.hierpath private @path [@top::@one, @leaf]
hw.hierpath private @path [@top::@one, @leaf]

// CHECK: func.func private @types_of(!hw.inout<array<2xarray<3xi1>>>, !hw.uarray<2xstruct<a: i1>>, !hw.inout<uarray<2xi8>>, !hw.string, !hw.modty<input a : i1, output b : i2, inout c : i3>)
func.func private @types_of(!hw.inout<!hw.array<2xarray<3xi1>>>, !hw.uarray<2xstruct<a: i1>>, !hw.inout<uarray<2xi8>>, !hw.string, !hw.modty<input a : i1, output b : i2, inout c : i3>)

// CHECK: func.func private @attributes() attributes {file = #hw.output_file<"a.sv", excludeFromFileList>, ref = #hw.innerNameRef<@top::@one>, text = #hw.param.verbatim<"X"> : i4}
func.func private @attributes() attributes {file = #hw.output_file<"a.sv", excludeFromFileList>, ref = #hw.innerNameRef<@top::@one>, text = #hw.param.verbatim<"X"> : i4}
