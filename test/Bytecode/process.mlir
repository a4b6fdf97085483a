// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

// CHECK: slot1 instance up 0 u
// CHECK-NEXT: process m.comb#0 always_comb static at start @(any slot0[2+:3], any mem[16+:8])
// CHECK-NEXT: process m.waits#1 initial
!mem = !csim.uarray<4 x !csim.logic<8>, 0, 3>
csim.module module @m {
csim.scope @s "s" begin
csim.signal @clk variable : !csim.logic<1>
csim.signal @v variable : !csim.logic<8>
csim.signal @mem variable : !mem
csim.signal @e variable : !csim.event
csim.signal @in wire : !csim.logic<8>
csim.port "in" input @in
csim.extern_instance @other up 0 ["u"]

// CHECK-LABEL: func @m.comb#0 id
// CHECK-NEXT: frame 2 args 0
// CHECK-NEXT: 0  LdpL8 s0:1, slot0(in)
// CHECK-NEXT: 1  StL8 s0:1, [0x9], v
// CHECK-NEXT: 2  Return
csim.process always_comb "comb" static run_at_start
    sensitivity [#csim.event_term<@in, any bits(2, 3)>, #csim.event_term<@mem, any path[2]>] {
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  %0 = csim.load %in : !csim.ref<!csim.logic<8>>
  %v = csim.addr @v : !csim.ref<!csim.logic<8>>
  csim.store %0, %v : !csim.ref<!csim.logic<8>>
  csim.return
}
// CHECK-LABEL: func @m.waits#1 id
// CHECK-NEXT: frame 13 args 0 suspends
// CHECK-NEXT: const s0 = 0x2
// CHECK-NEXT: 0  RefLocal r1, [0xa], mem
// CHECK-NEXT: 1  RefLocal r4, [0x0], e
// CHECK-NEXT: 2  WaitEvent (posedge clk, negedge v[3+:1], any mem[16+:8], any slot0(in), event e)
// CHECK-NEXT: 3  LdL8 s7:8, [0x9]
// CHECK-NEXT: 4  LToIndex<8> s9, s7:8
// CHECK-NEXT: 5  RefElem r10, r1, s9, #4, #1
// CHECK-NEXT: 7  WaitEvent (any r10[0+:8])
// CHECK-NEXT: 8  WaitDelay s0
// CHECK-NEXT: 9  Trigger r4, #0, -
// CHECK-NEXT: 10  Trigger r4, #1, s0
// CHECK-NEXT: 11  Triggered s9, r4
// CHECK-NEXT: 12  Fork any @m.branch(s7:8, s9), @m.empty()
// CHECK-NEXT: 13  WaitFork
// CHECK-NEXT: 14  DisableFork
// CHECK-NEXT: 15  DisableScope #1, self
// CHECK-NEXT: 16  DisableScope #1, slot1(u)
// CHECK-NEXT: 17  WaitForever
// CHECK-NEXT: 18  Halt
csim.process initial "waits" {
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  %v = csim.addr @v : !csim.ref<!csim.logic<8>>
  %mem = csim.addr @mem : !csim.ref<!mem>
  %e = csim.addr @e : !csim.ref<!csim.event>
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  %two = arith.constant 2 : i64
  %b = csim.bits_ref %v from 3 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<1>>
  %m2 = csim.elem_ref %mem[%two] : !csim.ref<!mem>
  csim.wait_event [posedge %clk, negedge %b, any %m2, any %in, event %e : !csim.ref<!csim.logic<1>>, !csim.ref<!csim.logic<1>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.logic<8>>, !csim.ref<!csim.event>]
  %x = csim.load %v : !csim.ref<!csim.logic<8>>
  %i = csim.to_index %x : !csim.logic<8>
  %mi = csim.elem_ref %mem[%i] : !csim.ref<!mem>
  csim.wait_event [any %mi : !csim.ref<!csim.logic<8>>]
  csim.wait_delay %two
  csim.trigger %e : !csim.ref<!csim.event>
  csim.trigger nonblocking %e after %two : !csim.ref<!csim.event>
  %t = csim.triggered %e : !csim.ref<!csim.event>
  csim.fork any [@branch(%x : !csim.logic<8>, %t : i1), @empty()]
  csim.wait_fork
  csim.disable_fork
  csim.disable @s
  csim.disable @m::@s on @other
  csim.wait_forever
  csim.halt
}
csim.func @branch(!csim.logic<8>, i1)
csim.func @empty()
}
