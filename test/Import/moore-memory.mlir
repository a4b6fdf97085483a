// Memories: files by their declared addresses, dynamic elements, copies as a whole.
// RUN: printf '10 11\n@3 1z\n' > %t.hex && %run-tiers %s +file=%t.hex | FileCheck %s

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %mem = moore.variable : <uarray<4 x l8>>
  %back = moore.variable : <uarray<4 x l8>>
  %later = moore.variable : <uarray<4 x l8>>
  %follow = moore.variable : <uarray<4 x l8>>
  %0 = moore.read %later : <uarray<4 x l8>>
  moore.assign %follow, %0 : uarray<4 x l8>
  %i = moore.variable : <l4>
  %1 = moore.read %i : <l4>
  %2 = moore.dyn_extract %0 from %1 : uarray<4 x l8>, l4 -> l8
  %at = moore.net wire %2 : <l8>
  moore.procedure initial {
    // [3:0] has address 0 last, [0:3] has it first.
    // CHECK: 10 11 xx 1z
    // CHECK-NEXT: 1z xx 11 10
    %found, %file = moore.builtin.plusargs_value "file=%s" : i1, string
    moore.builtin.readmem hex %file, %mem {dimDescending = array<i1: true>, dimLows = array<i64: 0>} : !moore.ref<uarray<4 x l8>>
    moore.builtin.readmem hex %file, %back {dimDescending = array<i1: false>, dimLows = array<i64: 0>} : !moore.ref<uarray<4 x l8>>
    moore.call_coroutine @show(%mem) : (!moore.ref<uarray<4 x l8>>) -> ()
    moore.call_coroutine @show(%back) : (!moore.ref<uarray<4 x l8>>) -> ()
    // A nonblocking assignment takes the value now.
    // CHECK-NEXT: 10 11 xx 1z
    %all = moore.read %mem : <uarray<4 x l8>>
    moore.nonblocking_assign %later, %all : uarray<4 x l8>
    %two = moore.constant 2 : l4
    moore.blocking_assign %i, %two : l4
    %e = moore.dyn_extract_ref %mem from %two : <uarray<4 x l8>>, l4 -> <l8>
    %nine = moore.constant 9 : l8
    moore.blocking_assign %e, %nine : l8
    %d = moore.constant_time 1000000 fs
    moore.wait_delay %d
    moore.call_coroutine @show(%follow) : (!moore.ref<uarray<4 x l8>>) -> ()
    // CHECK-NEXT: xx 10 xx
    %zero = moore.constant 0 : l4
    %seven = moore.constant 7 : l4
    moore.call_coroutine @say(%at) : (!moore.ref<l8>) -> ()
    moore.blocking_assign %i, %zero : l4
    moore.wait_delay %d
    moore.call_coroutine @say(%at) : (!moore.ref<l8>) -> ()
    moore.blocking_assign %i, %seven : l4
    moore.wait_delay %d
    moore.call_coroutine @say(%at) : (!moore.ref<l8>) -> ()
    moore.builtin.display %nl
    moore.return
  }
}

moore.coroutine private @say(%r: !moore.ref<l8>) {
  %sp = moore.fmt.literal " "
  %0 = moore.read %r : <l8>
  %1 = moore.fmt.int hex_lower %0, align right, pad zero : l8
  %2 = moore.fmt.concat (%1, %sp)
  moore.builtin.display %2
  moore.return
}
moore.coroutine private @show(%m: !moore.ref<uarray<4 x l8>>) {
  %0 = moore.constant 0 : i32
  %four = moore.constant 4 : i32
  %one = moore.constant 1 : i32
  cf.br ^bb1(%0 : !moore.i32)
^bb1(%i: !moore.i32):
  %1 = moore.slt %i, %four : i32 -> i1
  %2 = moore.to_builtin_int %1 : i1
  cf.cond_br %2, ^bb2, ^bb3
^bb2:
  %e = moore.dyn_extract_ref %m from %i : <uarray<4 x l8>>, i32 -> <l8>
  moore.call_coroutine @say(%e) : (!moore.ref<l8>) -> ()
  %next = moore.add %i, %one : i32
  cf.br ^bb1(%next : !moore.i32)
^bb3:
  %nl = moore.fmt.literal "\0A"
  moore.builtin.display %nl
  moore.return
}
