// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// System tasks and functions, written as they are printed.

func.func @tasks(%arg0: !moore.i32, %arg1: !moore.ref<i32>, %arg2: !moore.format_string,
                 %arg3: !moore.string, %arg4: !moore.ref<uarray<4 x l8>>) {
  moore.builtin.stop
  moore.builtin.finish 1
  moore.builtin.finish_message true
  %0 = moore.builtin.time
  %1 = moore.builtin.urandom_range %arg0, %arg0
  %2 = moore.builtin.urandom_range %arg0, %arg0, %arg1
  %3 = moore.builtin.plusargs_test "verbose" : i1
  %4:2 = moore.builtin.plusargs_value "depth=%d" : i1, i32
  moore.builtin.display %arg2
  moore.builtin.severity warning %arg2
  %5 = moore.builtin.fopen %arg3
  %6 = moore.builtin.fopen %arg3 mode = r_update
  moore.builtin.fclose %arg0
  moore.builtin.fflush
  moore.builtin.fflush %arg0
  moore.builtin.fdisplay %arg0, %arg2
  moore.builtin.readmem hex %arg3, %arg4 start = %arg0 {dimDescending = array<i1: false>, dimLows = array<i64: 0>} : !moore.ref<uarray<4 x l8>>
  return
}

func.func @functions(%arg0: !moore.f64, %arg1: !moore.f32, %arg2: !moore.i64, %arg3: !moore.i32) {
  %0 = moore.builtin.realtobits %arg0
  %1 = moore.builtin.bitstoreal %arg2 : i64
  %2 = moore.builtin.shortrealtobits %arg1
  %3 = moore.builtin.bitstoshortreal %arg3 : i32
  %4 = moore.builtin.clog2 %arg3 : i32
  %5 = moore.builtin.ln %arg0 : f64
  %6 = moore.builtin.log10 %arg0 : f64
  %7 = moore.builtin.exp %arg0 : f64
  %8 = moore.builtin.sqrt %arg0 : f64
  %9 = moore.builtin.abs %arg0 : f64
  %10 = moore.builtin.floor %arg0 : f64
  %11 = moore.builtin.ceil %arg0 : f64
  %12 = moore.builtin.sin %arg0 : f64
  %13 = moore.builtin.cos %arg0 : f64
  %14 = moore.builtin.tan %arg0 : f64
  %15 = moore.builtin.asin %arg0 : f64
  %16 = moore.builtin.acos %arg0 : f64
  %17 = moore.builtin.atan %arg0 : f64
  %18 = moore.builtin.sinh %arg0 : f64
  %19 = moore.builtin.cosh %arg0 : f64
  %20 = moore.builtin.tanh %arg0 : f64
  %21 = moore.builtin.asinh %arg0 : f64
  %22 = moore.builtin.acosh %arg0 : f64
  %23 = moore.builtin.atanh %arg0 : f64
  %24 = moore.builtin.atan2 %arg0, %arg0 : f64
  %25 = moore.builtin.hypot %arg1, %arg1 : f32
  %26 = moore.builtin.min %arg0, %arg0 : f64
  %27 = moore.builtin.max %arg0, %arg0 : f64
  return
}

// Types that no operation above has.
func.func @types(%arg0: !moore.void, %arg1: !moore.event, %arg2: !moore.open_array<l4>,
                 %arg3: !moore.array<2 x array<3 x i4>>, %arg4: !moore.uunion<{a: string}>) {
  %0 = moore.array_create %arg3, %arg3 : !moore.array<2 x array<3 x i4>>, !moore.array<2 x array<3 x i4>> -> array<2 x array<2 x array<3 x i4>>>
  %1 = moore.struct_create %arg1, %arg4 : !moore.event, !moore.uunion<{a: string}> -> ustruct<{e: event, u: uunion<{a: string}>}>
  %2 = moore.struct_create %arg0, %arg2 : !moore.void, !moore.open_array<l4> -> struct<{v: void, o: open_array<l4>}>
  %3 = moore.null {value = #moore.fvint<hXZ : 8>}
  return
}
