// Queues, dynamic and associative arrays of moore (IEEE 1800-2023 7.5, 7.8 - 7.10).
// RUN: %run-tiers --quiet %s | FileCheck %s

func.func private @show(%q: !moore.queue<l8, 0>) {
  %zero = moore.constant 0 : i32
  %one = moore.constant 1 : i32
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %n = moore.builtin.size %q : <l8, 0>
  %fn = moore.fmt.int decimal %n, align left, pad space width 0 : i32
  moore.builtin.display %fn
  cf.br ^test(%zero : !moore.i32)
^test(%i: !moore.i32):
  %more = moore.slt %i, %n : i32 -> i1
  %b = moore.to_builtin_int %more : i1
  cf.cond_br %b, ^print, ^end
^print:
  %e = moore.dyn_queue_extract %q from %i to %i : <l8, 0>, i32 -> l8
  %fe = moore.fmt.int hex_lower %e, align right, pad zero : l8
  %u = moore.fmt.concat (%sp, %fe)
  moore.builtin.display %u
  %next = moore.add %i, %one : i32
  cf.br ^test(%next : !moore.i32)
^end:
  moore.builtin.display %nl
  return
}
func.func private @number(%n: !moore.i32) {
  %nl = moore.fmt.literal "\0A"
  %fn = moore.fmt.int decimal %n, align left, pad space width 0 : i32
  %t = moore.fmt.concat (%fn, %nl)
  moore.builtin.display %t
  return
}
// A reference to an element is an argument.
func.func private @grow(%q: !moore.ref<queue<l8, 0>>, %e: !moore.ref<l8>) {
  %w = moore.constant h66 : l8
  moore.blocking_assign %e, %w : l8
  %v = moore.constant h77 : l8
  moore.push_back %v into %q : <queue<l8, 0>>
  return
}

moore.module @tb() {
  %c0 = moore.constant 0 : i32
  %c1 = moore.constant 1 : i32
  %c2 = moore.constant 2 : i32
  %c3 = moore.constant 3 : i32
  %c7 = moore.constant 7 : i32
  %a = moore.constant hA : l8
  %b = moore.constant hBX : l8
  %c = moore.constant hC : l8

  // Made of literals: '{ hA, hBX }, in the way of a concatenation.
  %made = moore.variable : <queue<l8, 0>>
  moore.push_back %a into %made : <queue<l8, 0>>
  moore.push_back %b into %made : <queue<l8, 0>>
  %read = moore.read %made : <queue<l8, 0>>
  %init = moore.queue.concat (%read, %read) : (!moore.queue<l8, 0>, !moore.queue<l8, 0>) <l8, 0>
  %q = moore.variable %init : <queue<l8, 0>>

  // What follows the queue.
  %n = moore.variable : <i32>
  %now = moore.read %q : <queue<l8, 0>>
  %size = moore.builtin.size %now : <l8, 0>
  moore.assign %n, %size : i32
  %latest = moore.variable : <l8>
  moore.procedure always_comb {
    %q0 = moore.read %q : <queue<l8, 0>>
    %s = moore.builtin.size %q0 : <l8, 0>
    %last = moore.sub %s, %c1 : i32
    %e = moore.dyn_queue_extract %q0 from %last to %last : <l8, 0>, i32 -> l8
    moore.blocking_assign %latest, %e : l8
    moore.return
  }

  %aa = moore.variable : <assoc_array<i32, string>>
  %key = moore.variable : <string>
  %sum = moore.variable : <i32>
  %known = moore.assoc_array.size %aa : <assoc_array<i32, string>>
  moore.assign %sum, %known : i32

  %ns = moore.constant_time 1000000 fs
  %dyn = moore.variable : <open_uarray<i16>>

  moore.procedure initial {
    // CHECK: 4 0a bx 0a bx
    %q0 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q0) : (!moore.queue<l8, 0>) -> ()
    // CHECK-NEXT: 4 0c 0a bx 0a
    moore.push_front %c into %q : <queue<l8, 0>>
    %popped = moore.pop_back from %q : <queue<l8, 0>>
    %q1 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q1) : (!moore.queue<l8, 0>) -> ()
    // CHECK-NEXT: 5 0c bx bx bx 0a
    moore.queue.insert %popped into %q at %c1 : <queue<l8, 0>>
    moore.queue.set %q[%c2] = %popped : <queue<l8, 0>>
    %q2 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q2) : (!moore.queue<l8, 0>) -> ()
    // What was read before stays; an element is assigned, and bits of one.
    // CHECK-NEXT: 4 bx 0c bx 0a
    %e0 = moore.dyn_queue_ref_element %q from %c0 : <queue<l8, 0>>, i32 -> <l8>
    %e1 = moore.dyn_queue_ref_element %q from %c1 : <queue<l8, 0>>, i32 -> <l8>
    %low = moore.extract_ref %e1 from 0 : <l8> -> <l4>
    %front = moore.pop_front from %q : <queue<l8, 0>>
    moore.blocking_assign %e1, %front : l8
    %four = moore.constant hC : l4
    moore.blocking_assign %low, %four : l4
    %q3 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q3) : (!moore.queue<l8, 0>) -> ()
    // CHECK-NEXT: 5 0c bx bx bx 0a
    func.call @show(%q2) : (!moore.queue<l8, 0>) -> ()
    // CHECK-NEXT: 2 bx 0c
    %slice = moore.dyn_queue_extract %q3 from %c0 to %c1 : <l8, 0>, i32 -> queue<l8, 0>
    func.call @show(%slice) : (!moore.queue<l8, 0>) -> ()
    // Written behind the last: appended. A bounded queue drops.
    // CHECK-NEXT: 3 bx 0c 0c
    %small = moore.variable : <queue<l8, 2>>
    %bounded = moore.queue.resize %slice : <l8, 0> -> <l8, 2>
    moore.blocking_assign %small, %bounded : queue<l8, 2>
    %e2 = moore.dyn_queue_ref_element %small from %c2 : <queue<l8, 2>>, i32 -> <l8>
    moore.blocking_assign %e2, %c : l8
    moore.push_back %a into %small : <queue<l8, 2>>
    %s0 = moore.read %small : <queue<l8, 2>>
    %s1 = moore.queue.resize %s0 : <l8, 2> -> <l8, 0>
    func.call @show(%s1) : (!moore.queue<l8, 0>) -> ()
    // CHECK-NEXT: 5 66 0c bx 0a 77
    %e3 = moore.dyn_queue_ref_element %q from %c0 : <queue<l8, 0>>, i32 -> <l8>
    func.call @grow(%q, %e3) : (!moore.ref<queue<l8, 0>>, !moore.ref<l8>) -> ()
    %q4 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q4) : (!moore.queue<l8, 0>) -> ()
    // Those that follow. CHECK-NEXT: 5
    // CHECK-NEXT: 77
    moore.wait_delay %ns
    %nn = moore.read %n : <i32>
    func.call @number(%nn) : (!moore.i32) -> ()
    %ll = moore.read %latest : <l8>
    %fl = moore.fmt.int hex_lower %ll, align right, pad zero : l8
    %nl = moore.fmt.literal "\0A"
    %tl = moore.fmt.concat (%fl, %nl)
    moore.builtin.display %tl
    // Deleted: one, all. CHECK-NEXT: 4 66 bx 0a 77
    // CHECK-NEXT: 1
    // CHECK-NEXT: 0
    moore.queue.delete index %c1 of %q : <queue<l8, 0>>
    %q5 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q5) : (!moore.queue<l8, 0>) -> ()
    %differ = moore.queue.cmp ne %q4, %q5 : <l8, 0>
    %d32 = moore.zext %differ : i1 -> i32
    func.call @number(%d32) : (!moore.i32) -> ()
    moore.queue.clear %q : <queue<l8, 0>>
    %q6 = moore.read %q : <queue<l8, 0>>
    func.call @show(%q6) : (!moore.queue<l8, 0>) -> ()
    // Of a fixed array: the left bound first. CHECK-NEXT: 3 0a bx 0c
    %fixed = moore.array_create %a, %b, %c : !moore.l8, !moore.l8, !moore.l8 -> uarray<3 x l8>
    %from = moore.queue.from_unpacked_array %fixed : !moore.uarray<3 x l8> -> <l8, 0>
    func.call @show(%from) : (!moore.queue<l8, 0>) -> ()

    // Associative arrays: CHECK-NEXT: 3
    // CHECK-NEXT: 1
    // CHECK-NEXT: 0
    %ann = moore.constant_string "ann" : i24
    %bob = moore.constant_string "bob" : i24
    %eve = moore.constant_string "eve" : i24
    %ks0 = moore.int_to_string %ann : i24
    %ks1 = moore.int_to_string %bob : i24
    %ks2 = moore.int_to_string %eve : i24
    %r0 = moore.assoc_array_extract_ref %aa[%ks2] : <assoc_array<i32, string>>
    moore.blocking_assign %r0, %c3 : i32
    moore.assoc_array.set %aa[%ks0] = %c1 : <assoc_array<i32, string>>
    moore.assoc_array.set %aa[%ks1] = %c2 : <assoc_array<i32, string>>
    %as = moore.assoc_array.size %aa : <assoc_array<i32, string>>
    func.call @number(%as) : (!moore.i32) -> ()
    %x0 = moore.assoc_array.exists %ks1 in %aa : <assoc_array<i32, string>>
    func.call @number(%x0) : (!moore.i32) -> ()
    moore.assoc_array.delete index %ks1 from %aa : <assoc_array<i32, string>>
    %x1 = moore.assoc_array.exists %ks1 in %aa : <assoc_array<i32, string>>
    func.call @number(%x1) : (!moore.i32) -> ()
    // A loop over the keys: CHECK-NEXT: ann 1
    //                       CHECK-NEXT: eve 3
    %first = moore.assoc_array.first to %key from %aa : <assoc_array<i32, string>>
    cf.br ^test(%first : !moore.i32)
  ^test(%found: !moore.i32):
    %is = moore.bool_cast %found : i32 -> i1
    %isb = moore.to_builtin_int %is : i1
    cf.cond_br %isb, ^body, ^end
  ^body:
    %k = moore.read %key : <string>
    %all = moore.read %aa : <assoc_array<i32, string>>
    %v = moore.assoc_array_extract %all[%k] : <i32, string>
    %fk = moore.fmt.string %k
    %sp = moore.fmt.literal " "
    %fv = moore.fmt.int decimal %v, align left, pad space width 0 : i32
    %nl2 = moore.fmt.literal "\0A"
    %t = moore.fmt.concat (%fk, %sp, %fv, %nl2)
    moore.builtin.display %t
    %more = moore.assoc_array.next to %key from %aa : <assoc_array<i32, string>>
    cf.br ^test(%more : !moore.i32)
  ^end:
    // The key stays when there is no further one. CHECK-NEXT: eve 1 2
    %p = moore.assoc_array.prev to %key from %aa : <assoc_array<i32, string>>
    %n2 = moore.assoc_array.last to %key from %aa : <assoc_array<i32, string>>
    %n3 = moore.assoc_array.next to %key from %aa : <assoc_array<i32, string>>
    moore.wait_delay %ns
    %k2 = moore.read %key : <string>
    %su = moore.read %sum : <i32>
    %fk2 = moore.fmt.string %k2
    %sp2 = moore.fmt.literal " "
    %fp = moore.fmt.int decimal %p, align left, pad space width 0 : i32
    %fsu = moore.fmt.int decimal %su, align left, pad space width 0 : i32
    %nl3 = moore.fmt.literal "\0A"
    %t2 = moore.fmt.concat (%fk2, %sp2, %fp, %sp2, %fsu, %nl3)
    moore.builtin.display %t2
    moore.assoc_array.clear %aa : <assoc_array<i32, string>>

    // Dynamic arrays: CHECK-NEXT: 7
    // CHECK-NEXT: 3
    // CHECK-NEXT: 0
    %new = moore.open_uarray_create %c7 : i32 -> <i16>
    moore.blocking_assign %dyn, %new : open_uarray<i16>
    %three = moore.constant 3 : i16
    %d0 = moore.dyn_extract_ref %dyn from %c2 : <open_uarray<i16>>, i32 -> <i16>
    moore.blocking_assign %d0, %three : i16
    %dv = moore.read %dyn : <open_uarray<i16>>
    %ds = moore.open_uarray_size %dv : <i16>
    func.call @number(%ds) : (!moore.i32) -> ()
    %de = moore.extract %dv from 2 : open_uarray<i16> -> i16
    %de32 = moore.zext %de : i16 -> i32
    func.call @number(%de32) : (!moore.i32) -> ()
    %gone = moore.open_uarray_delete %dv : <i16>
    %dw = moore.read %dyn : <open_uarray<i16>>
    %dt = moore.open_uarray_size %dw : <i16>
    func.call @number(%dt) : (!moore.i32) -> ()
    moore.return
  }
  moore.output
}
