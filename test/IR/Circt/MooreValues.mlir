// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Constants, conversions, operators, written as they are printed.

func.func @constants() {
  %0 = moore.constant 42 : i8
  %1 = moore.constant -3 : l8
  %2 = moore.constant 1 : i1
  %3 = moore.constant 0 : i0
  %4 = moore.constant b10XZ : l4
  %5 = moore.constant h1XZF : l16
  %6 = moore.constant bXXX : l3
  %7 = moore.constant 123456789012345678901234567890 : i128
  %8 = moore.constant_time 1500000 fs
  %9 = moore.constant_string "text" : i32
  %10 = moore.constant_real 1.500000e+00 : f64
  %11 = moore.constant_real 2.500000e-01 : f32
  %12 = moore.null
  %13 = moore.null_chandle
  %14 = moore.null_class : <@C>
  return
}
moore.class.classdecl @C {
}

func.func @conversions(%arg0: !moore.i32, %arg1: !moore.l32, %arg2: i8, %arg3: !moore.time,
                       %arg4: !moore.l64, %arg5: !moore.f64, %arg6: !moore.string,
                       %arg7: !moore.struct<{a: l16, b: i16}>) {
  %0 = moore.packed_to_sbv %arg7 : struct<{a: l16, b: i16}>
  %1 = moore.sbv_to_packed %arg1 : struct<{a: l16, b: i16}>
  %2 = moore.logic_to_int %arg1 : l32
  %3 = moore.int_to_logic %arg0 : i32
  %4 = moore.to_builtin_int %arg0 : i32
  %5 = moore.from_builtin_int %arg2 : i8
  %6 = moore.time_to_logic %arg3
  %7 = moore.logic_to_time %arg4
  %8 = moore.real_to_int %arg5 : f64 -> i32
  %9 = moore.sint_to_real %arg0 : i32 -> f64
  %10 = moore.uint_to_real %arg0 : i32 -> f32
  %11 = moore.convert_real %arg5 : f64 -> f32
  %12 = moore.int_to_string %arg0 : i32
  %13 = moore.string_to_int %arg6 : i32
  %14 = moore.trunc %arg1 : l32 -> l8
  %15 = moore.zext %arg0 : i32 -> i40
  %16 = moore.sext %arg1 : l32 -> l40
  %17 = moore.bool_cast %arg1 : l32 -> l1
  return
}

func.func @operators(%arg0: !moore.i8, %arg1: !moore.l8, %arg2: !moore.f64) {
  %0 = moore.neg %arg1 : l8
  %1 = moore.not %arg0 : i8
  %2 = moore.add %arg0, %arg0 : i8
  %3 = moore.sub %arg1, %arg1 : l8
  %4 = moore.mul %arg1, %arg1 : l8
  %5 = moore.divu %arg1, %arg1 : l8
  %6 = moore.divs %arg1, %arg1 : l8
  %7 = moore.modu %arg1, %arg1 : l8
  %8 = moore.mods %arg1, %arg1 : l8
  %9 = moore.powu %arg1, %arg1 : l8
  %10 = moore.pows %arg1, %arg1 : l8
  %11 = moore.and %arg1, %arg1 : l8
  %12 = moore.or %arg1, %arg1 : l8
  %13 = moore.xor %arg1, %arg1 : l8
  %14 = moore.reduce_and %arg1 : l8 -> l1
  %15 = moore.reduce_or %arg1 : l8 -> l1
  %16 = moore.reduce_xor %arg0 : i8 -> i1
  %17 = moore.shl %arg1, %arg0 : l8, i8
  %18 = moore.shr %arg1, %arg0 : l8, i8
  %19 = moore.ashr %arg1, %arg0 : l8, i8
  %20 = moore.fneg %arg2 : f64
  %21 = moore.fadd %arg2, %arg2 : f64
  %22 = moore.fsub %arg2, %arg2 : f64
  %23 = moore.fmul %arg2, %arg2 : f64
  %24 = moore.fdiv %arg2, %arg2 : f64
  %25 = moore.fpow %arg2, %arg2 : f64
  return
}
