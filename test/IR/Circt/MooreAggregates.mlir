// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Arrays, queues, structures, written as they are printed.

func.func @queues(%arg0: !moore.ref<queue<i8, 0>>, %arg1: !moore.queue<i8, 0>, %arg2: !moore.i32,
                  %arg3: !moore.i8, %arg4: !moore.uarray<3 x i8>) {
  moore.push_back %arg3 into %arg0 : <queue<i8, 0>>
  moore.push_front %arg3 into %arg0 : <queue<i8, 0>>
  %0 = moore.pop_back from %arg0 : <queue<i8, 0>>
  %1 = moore.pop_front from %arg0 : <queue<i8, 0>>
  moore.queue.set %arg0[%arg2] = %arg3 : <queue<i8, 0>>
  moore.queue.insert %arg3 into %arg0 at %arg2 : <queue<i8, 0>>
  moore.queue.delete index %arg2 of %arg0 : <queue<i8, 0>>
  moore.queue.clear %arg0 : <queue<i8, 0>>
  %2 = moore.queue.resize %arg1 : <i8, 0> -> <i8, 5>
  %3 = moore.queue.from_unpacked_array %arg4 : <3 x i8> -> <i8, 0>
  %4 = moore.queue.concat (%arg1, %arg1) : (!moore.queue<i8, 0>, !moore.queue<i8, 0>) <i8, 0>
  %5 = moore.dyn_queue_extract %arg1 from %arg2 to %arg2 : <i8, 0>, i32 -> i8
  %6 = moore.dyn_queue_ref_element %arg0 from %arg2 : <queue<i8, 0>>, i32 -> <i8>
  %7 = moore.builtin.size %arg1 : <i8, 0>
  return
}

func.func @associative(%arg0: !moore.ref<assoc_array<i8, string>>,
                       %arg1: !moore.assoc_array<i8, string>, %arg2: !moore.string,
                       %arg3: !moore.i8, %arg4: !moore.ref<string>) {
  %0 = moore.assoc_array_extract %arg1[%arg2] : <i8, string>
  %1 = moore.assoc_array_extract_ref %arg0[%arg2] : <assoc_array<i8, string>>
  moore.assoc_array.set %arg0[%arg2] = %arg3 : <assoc_array<i8, string>>
  moore.assoc_array.delete index %arg2 from %arg0 : <assoc_array<i8, string>>
  moore.assoc_array.clear %arg0 : <assoc_array<i8, string>>
  %2 = moore.assoc_array.size %arg0 : <assoc_array<i8, string>>
  %3 = moore.assoc_array.exists %arg2 in %arg0 : <assoc_array<i8, string>>
  %4 = moore.assoc_array.first to %arg4 from %arg0 : <assoc_array<i8, string>>
  %5 = moore.assoc_array.last to %arg4 from %arg0 : <assoc_array<i8, string>>
  %6 = moore.assoc_array.next to %arg4 from %arg0 : <assoc_array<i8, string>>
  %7 = moore.assoc_array.prev to %arg4 from %arg0 : <assoc_array<i8, string>>
  return
}

func.func @aggregates(%arg0: !moore.i8, %arg1: !moore.open_uarray<i8>,
                      %arg2: !moore.struct<{a: i8, "b c": l4}>,
                      %arg3: !moore.ref<ustruct<{a: i8, s: string}>>,
                      %arg4: !moore.union<{a: i8, b: i8}>, %arg5: !moore.ref<uunion<{a: i8}>>,
                      %arg6: !moore.l4) {
  %0 = moore.array_create %arg0, %arg0 : !moore.i8, !moore.i8 -> array<2 x i8>
  %1 = moore.array_create %arg0 : !moore.i8 -> uarray<1 x i8>
  %2 = moore.open_uarray_create %arg0 : i8 -> <i8>
  %3 = moore.open_uarray_size %arg1 : <i8>
  %4 = moore.open_uarray_delete %arg1 : <i8>
  %5 = moore.struct_create %arg0, %arg6 : !moore.i8, !moore.l4 -> struct<{a: i8, b: l4}>
  %6 = moore.struct_extract %arg2, "b c" : struct<{a: i8, "b c": l4}> -> l4
  %7 = moore.struct_extract_ref %arg3, "s" : <ustruct<{a: i8, s: string}>> -> <string>
  %8 = moore.struct_inject %arg2, "a", %arg0 : struct<{a: i8, "b c": l4}>, i8
  %9 = moore.union_create %arg0 {fieldName = "b"} : i8 -> union<{a: i8, b: i8}>
  %10 = moore.union_extract %arg4, "a" : union<{a: i8, b: i8}> -> i8
  %11 = moore.union_extract_ref %arg5, "a" : <uunion<{a: i8}>> -> <i8>
  return
}
