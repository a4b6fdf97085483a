// Selects, structures, unions and arrays; what lies outside of them.
// RUN: %run-tiers %s | FileCheck %s

func.func private @swap(%arg0: !moore.uarray<2 x l4>) -> !moore.uarray<2 x l4> {
  %0 = moore.extract %arg0 from 0 : uarray<2 x l4> -> l4
  %1 = moore.extract %arg0 from 1 : uarray<2 x l4> -> l4
  %2 = moore.array_create %0, %1 : !moore.l4, !moore.l4 -> uarray<2 x l4>
  return %2 : !moore.uarray<2 x l4>
}

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %v = moore.variable : <l8>
  %m = moore.variable : <uarray<4 x l4>>
  %n = moore.variable : <uarray<2 x uarray<2 x i4>>>
  %p = moore.variable : <array<2 x l4>>
  %s = moore.variable : <struct<{hi: i4, lo: l4}>>
  %u = moore.variable : <ustruct<{count: i8, list: uarray<2 x l4>, text: string}>>
  %w = moore.variable : <union<{whole: l8, same: l8}>>
  %a4 = moore.constant b10XZ : l4
  %c3 = moore.constant 3 : l4
  %c5 = moore.constant 5 : l4
  %b9 = moore.constant 9 : i4
  %c0 = moore.constant 0 : i32
  %c1 = moore.constant 1 : i32
  %c2 = moore.constant 2 : i32
  %c6 = moore.constant 6 : i32
  %cm2 = moore.constant -2 : i32
  %cx = moore.constant bX : l2
  %val = moore.constant b11001010 : l8
  moore.procedure initial {
    // Bits beyond an end read as x and take no assignment; so does an unknown position.
    // CHECK: 10xx xx11 x 1 10xx
    moore.blocking_assign %v, %val : l8
    %r0 = moore.read %v : <l8>
    %e0 = moore.dyn_extract %r0 from %cm2 : l8, i32 -> l4
    %e1 = moore.dyn_extract %r0 from %c6 : l8, i32 -> l4
    %e2 = moore.dyn_extract %r0 from %cx : l8, l2 -> l1
    %e3 = moore.dyn_extract %r0 from %c1 : l8, i32 -> l1
    %e4 = moore.extract %r0 from -2 : l8 -> l4
    %f0 = moore.fmt.int binary %e0, align right, pad zero : l4
    %f1 = moore.fmt.int binary %e1, align right, pad zero : l4
    %f2 = moore.fmt.int binary %e2, align right, pad zero : l1
    %f3 = moore.fmt.int binary %e3, align right, pad zero : l1
    %f4 = moore.fmt.int binary %e4, align right, pad zero : l4
    %d0 = moore.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %sp, %f4, %nl)
    moore.builtin.display %d0
    // CHECK-NEXT: xz001010
    %t0 = moore.dyn_extract_ref %v from %c6 : <l8>, i32 -> <l4>
    moore.blocking_assign %t0, %a4 : l4
    %t1 = moore.dyn_extract_ref %v from %cx : <l8>, l2 -> <l1>
    %one = moore.constant 1 : l1
    moore.blocking_assign %t1, %one : l1
    %r1 = moore.read %v : <l8>
    %g0 = moore.fmt.int binary %r1, align right, pad zero : l8
    %d1 = moore.fmt.concat (%g0, %nl)
    moore.builtin.display %d1

    // Elements of unpacked arrays; number 3 is the first one of an array_create.
    // CHECK-NEXT: 0101 xxxx 10xz 0011 0
    %init = moore.array_create %c3, %a4, %c5, %c5 : !moore.l4, !moore.l4, !moore.l4, !moore.l4 -> uarray<4 x l4>
    moore.blocking_assign %m, %init : uarray<4 x l4>
    %rm = moore.read %m : <uarray<4 x l4>>
    %m0 = moore.extract %rm from 0 : uarray<4 x l4> -> l4
    %m6 = moore.dyn_extract %rm from %c6 : uarray<4 x l4>, i32 -> l4
    %m2 = moore.dyn_extract %rm from %c2 : uarray<4 x l4>, i32 -> l4
    %slice = moore.extract %rm from 2 : uarray<4 x l4> -> uarray<2 x l4>
    %m3 = moore.extract %slice from 1 : uarray<2 x l4> -> l4
    %rn = moore.read %n : <uarray<2 x uarray<2 x i4>>>
    %n5 = moore.dyn_extract %rn from %c6 : uarray<2 x uarray<2 x i4>>, i32 -> uarray<2 x i4>
    %n50 = moore.extract %n5 from 0 : uarray<2 x i4> -> i4
    %h0 = moore.fmt.int binary %m0, align right, pad zero : l4
    %h1 = moore.fmt.int binary %m6, align right, pad zero : l4
    %h2 = moore.fmt.int binary %m2, align right, pad zero : l4
    %h3 = moore.fmt.int binary %m3, align right, pad zero : l4
    %h4 = moore.fmt.int decimal %n50, align right, pad space width 0 : i4
    %d2 = moore.fmt.concat (%h0, %sp, %h1, %sp, %h2, %sp, %h3, %sp, %h4, %nl)
    moore.builtin.display %d2

    // A value that was read stays as it was.
    // CHECK-NEXT: 0101 1 0
    %before = moore.read %m : <uarray<4 x l4>>
    %t2 = moore.dyn_extract_ref %m from %c1 : <uarray<4 x l4>>, i32 -> <l4>
    moore.blocking_assign %t2, %c3 : l4
    %old = moore.extract %before from 1 : uarray<4 x l4> -> l4
    %now = moore.read %m : <uarray<4 x l4>>
    %ne = moore.uarray_cmp ne %before, %now : <4 x l4> -> i1
    %eq = moore.uarray_cmp eq %before, %now : <4 x l4> -> i1
    %k0 = moore.fmt.int binary %old, align right, pad zero : l4
    %k1 = moore.fmt.int binary %ne, align right, pad zero : i1
    %k2 = moore.fmt.int binary %eq, align right, pad zero : i1
    %d3 = moore.fmt.concat (%k0, %sp, %k1, %sp, %k2, %nl)
    moore.builtin.display %d3

    // Packed arrays and structures are vectors; two-state members have no x.
    // CHECK-NEXT: 10xz0101 10xz 100110xz 1001 0011 01010011
    %pa = moore.array_create %a4, %c5 : !moore.l4, !moore.l4 -> array<2 x l4>
    moore.blocking_assign %p, %pa : array<2 x l4>
    %rp = moore.read %p : <array<2 x l4>>
    %pv = moore.packed_to_sbv %rp : array<2 x l4>
    %p1 = moore.dyn_extract %rp from %c1 : array<2 x l4>, i32 -> l4
    %sc = moore.struct_create %b9, %a4 : !moore.i4, !moore.l4 -> struct<{hi: i4, lo: l4}>
    moore.blocking_assign %s, %sc : struct<{hi: i4, lo: l4}>
    %rs = moore.read %s : <struct<{hi: i4, lo: l4}>>
    %sv = moore.packed_to_sbv %rs : struct<{hi: i4, lo: l4}>
    %hi = moore.struct_extract %rs, "hi" : struct<{hi: i4, lo: l4}> -> i4
    %lor = moore.struct_extract_ref %s, "lo" : <struct<{hi: i4, lo: l4}>> -> <l4>
    moore.blocking_assign %lor, %c3 : l4
    %hir = moore.struct_extract_ref %s, "hi" : <struct<{hi: i4, lo: l4}>> -> <i4>
    %c5i = moore.constant 5 : i4
    moore.blocking_assign %hir, %c5i : i4
    %lo = moore.read %lor : <l4>
    %rs2 = moore.read %s : <struct<{hi: i4, lo: l4}>>
    %sv2 = moore.packed_to_sbv %rs2 : struct<{hi: i4, lo: l4}>
    %q0 = moore.fmt.int binary %pv, align right, pad zero : l8
    %q1 = moore.fmt.int binary %p1, align right, pad zero : l4
    %q2 = moore.fmt.int binary %sv, align right, pad zero : l8
    %q3 = moore.fmt.int binary %hi, align right, pad zero : i4
    %q4 = moore.fmt.int binary %lo, align right, pad zero : l4
    %q5 = moore.fmt.int binary %sv2, align right, pad zero : l8
    %d4 = moore.fmt.concat (%q0, %sp, %q1, %sp, %q2, %sp, %q3, %sp, %q4, %sp, %q5, %nl)
    moore.builtin.display %d4

    // CHECK-NEXT: 0 xxxx [] 7 0011 [seven]
    %ru = moore.read %u : <ustruct<{count: i8, list: uarray<2 x l4>, text: string}>>
    %cnt = moore.struct_extract %ru, "count" : ustruct<{count: i8, list: uarray<2 x l4>, text: string}> -> i8
    %lst = moore.struct_extract %ru, "list" : ustruct<{count: i8, list: uarray<2 x l4>, text: string}> -> uarray<2 x l4>
    %l1 = moore.extract %lst from 1 : uarray<2 x l4> -> l4
    %txt = moore.struct_extract %ru, "text" : ustruct<{count: i8, list: uarray<2 x l4>, text: string}> -> string
    %seven = moore.constant 7 : i8
    %lit = moore.constant_string "seven" : i40
    %str = moore.int_to_string %lit : i40
    %list2 = moore.array_create %c3, %c5 : !moore.l4, !moore.l4 -> uarray<2 x l4>
    %made = moore.struct_create %seven, %list2, %str : !moore.i8, !moore.uarray<2 x l4>, !moore.string -> ustruct<{count: i8, list: uarray<2 x l4>, text: string}>
    moore.blocking_assign %u, %made : ustruct<{count: i8, list: uarray<2 x l4>, text: string}>
    %lref = moore.struct_extract_ref %u, "list" : <ustruct<{count: i8, list: uarray<2 x l4>, text: string}>> -> <uarray<2 x l4>>
    %eref = moore.extract_ref %lref from 1 : <uarray<2 x l4>> -> <l4>
    %l1b = moore.read %eref : <l4>
    %ru2 = moore.read %u : <ustruct<{count: i8, list: uarray<2 x l4>, text: string}>>
    %cnt2 = moore.struct_extract %ru2, "count" : ustruct<{count: i8, list: uarray<2 x l4>, text: string}> -> i8
    %txt2 = moore.struct_extract %ru2, "text" : ustruct<{count: i8, list: uarray<2 x l4>, text: string}> -> string
    %open = moore.fmt.literal "["
    %close = moore.fmt.literal "]"
    %x0 = moore.fmt.int decimal %cnt, align right, pad space width 0 : i8
    %x1 = moore.fmt.int binary %l1, align right, pad zero : l4
    %x2 = moore.fmt.string %txt
    %x3 = moore.fmt.int decimal %cnt2, align right, pad space width 0 : i8
    %x4 = moore.fmt.int binary %l1b, align right, pad zero : l4
    %x5 = moore.fmt.string %txt2
    %d5 = moore.fmt.concat (%x0, %sp, %x1, %sp, %open, %x2, %close, %sp, %x3, %sp, %x4, %sp, %open, %x5, %close, %nl)
    moore.builtin.display %d5

    // Through a function; a union; a concatenation on the left.
    // CHECK-NEXT: 0101 0011 11001010 1100 1010
    %sw = func.call @swap(%list2) : (!moore.uarray<2 x l4>) -> !moore.uarray<2 x l4>
    %sw1 = moore.extract %sw from 1 : uarray<2 x l4> -> l4
    %sw0 = moore.extract %sw from 0 : uarray<2 x l4> -> l4
    %un = moore.union_create %val {fieldName = "whole"} : !moore.l8 -> union<{whole: l8, same: l8}>
    moore.blocking_assign %w, %un : union<{whole: l8, same: l8}>
    %rw = moore.read %w : <union<{whole: l8, same: l8}>>
    %same = moore.union_extract %rw, "same" : union<{whole: l8, same: l8}> -> l8
    %left = moore.variable : <l4>
    %right = moore.variable : <l4>
    %both = moore.concat_ref %left, %right : (!moore.ref<l4>, !moore.ref<l4>) -> <l8>
    moore.blocking_assign %both, %val : l8
    %rl = moore.read %left : <l4>
    %rr = moore.read %right : <l4>
    %y0 = moore.fmt.int binary %sw1, align right, pad zero : l4
    %y1 = moore.fmt.int binary %sw0, align right, pad zero : l4
    %y2 = moore.fmt.int binary %same, align right, pad zero : l8
    %y3 = moore.fmt.int binary %rl, align right, pad zero : l4
    %y4 = moore.fmt.int binary %rr, align right, pad zero : l4
    %d6 = moore.fmt.concat (%y0, %sp, %y1, %sp, %y2, %sp, %y3, %sp, %y4, %nl)
    moore.builtin.display %d6
    moore.return
  }
  moore.output
}
