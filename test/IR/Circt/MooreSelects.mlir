// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Comparisons, concatenations, selects, written as they are printed.

func.func @comparisons(%arg0: !moore.l8, %arg1: !moore.f64, %arg2: !moore.class<@C>,
                       %arg3: !moore.null, %arg4: !moore.uarray<4 x i8>, %arg5: !moore.queue<i8, 0>,
                       %arg6: !moore.string, %arg7: !moore.chandle) {
  %0 = moore.eq %arg0, %arg0 : l8 -> l1
  %1 = moore.ne %arg0, %arg0 : l8 -> l1
  %2 = moore.case_eq %arg0, %arg0 : l8
  %3 = moore.case_ne %arg0, %arg0 : l8
  %4 = moore.casez_eq %arg0, %arg0 : l8
  %5 = moore.casexz_eq %arg0, %arg0 : l8
  %6 = moore.wildcard_eq %arg0, %arg0 : l8 -> l1
  %7 = moore.wildcard_ne %arg0, %arg0 : l8 -> l1
  %8 = moore.ult %arg0, %arg0 : l8 -> l1
  %9 = moore.ule %arg0, %arg0 : l8 -> l1
  %10 = moore.ugt %arg0, %arg0 : l8 -> l1
  %11 = moore.uge %arg0, %arg0 : l8 -> l1
  %12 = moore.slt %arg0, %arg0 : l8 -> l1
  %13 = moore.sle %arg0, %arg0 : l8 -> l1
  %14 = moore.sgt %arg0, %arg0 : l8 -> l1
  %15 = moore.sge %arg0, %arg0 : l8 -> l1
  %16 = moore.feq %arg1, %arg1 : f64 -> i1
  %17 = moore.fne %arg1, %arg1 : f64 -> i1
  %18 = moore.flt %arg1, %arg1 : f64 -> i1
  %19 = moore.fle %arg1, %arg1 : f64 -> i1
  %20 = moore.fgt %arg1, %arg1 : f64 -> i1
  %21 = moore.fge %arg1, %arg1 : f64 -> i1
  %22 = moore.handle_eq %arg2, %arg3 : !moore.class<@C> : !moore.null -> i1
  %23 = moore.handle_ne %arg7, %arg3 : !moore.chandle : !moore.null -> i1
  %24 = moore.handle_case_eq %arg2, %arg2 : !moore.class<@C>, !moore.class<@C>
  %25 = moore.handle_case_ne %arg2, %arg3 : !moore.class<@C>, !moore.null
  %26 = moore.uarray_cmp eq %arg4, %arg4 : <4 x i8> -> i1
  %27 = moore.queue.cmp ne %arg5, %arg5 : <i8, 0>
  %28 = moore.string_cmp ge %arg6, %arg6 : string -> i1
  return
}

func.func @selects(%arg0: !moore.l8, %arg1: !moore.i8, %arg2: !moore.ref<l8>,
                   %arg3: !moore.uarray<4 x i8>, %arg4: !moore.ref<uarray<4 x i8>>) {
  %0 = moore.concat %arg0, %arg1 : (!moore.l8, !moore.i8) -> l16
  %1 = moore.concat_ref %arg2, %arg2 : (!moore.ref<l8>, !moore.ref<l8>) -> <l16>
  %2 = moore.replicate %arg1 : i8 -> i32
  %3 = moore.extract %arg0 from 2 : l8 -> l3
  %4 = moore.extract %arg3 from 1 : uarray<4 x i8> -> i8
  %5 = moore.dyn_extract %arg0 from %arg1 : l8, i8 -> l1
  %6 = moore.extract_ref %arg2 from 2 : <l8> -> <l3>
  %7 = moore.dyn_extract_ref %arg4 from %arg1 : <uarray<4 x i8>>, i8 -> <i8>
  return
}
