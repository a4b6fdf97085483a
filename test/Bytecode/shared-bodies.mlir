// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

// Bodies that csim shares, and processes whose code turns out to be equal.

// CHECK: process m.nand assign static at start self @(any a, any slot0[3+:1]) with slot1, a, slot0[3]
// CHECK-NEXT: process m.nand assign static at start self @(any b, any v[9+:1]) with slot2, b, v[9]
!bit = !csim.logic<1>
csim.module module @m {
csim.signal @a variable : !bit
csim.signal @b variable : !bit
csim.signal @v variable : !csim.logic<16>
csim.signal @in wire : !csim.logic<8>
csim.port "in" input @in
csim.signal @x wire : !bit
csim.signal @y wire : !bit
csim.driver @dx net @x : !bit
csim.driver @dy net @y : !bit

// CHECK-LABEL: func @m.nand id
// CHECK-NEXT: table slot0 of slot1 slot2 1111 10xx 1xxx 1xxx
// CHECK-NEXT: frame 7 args 0
// CHECK-NEXT: const s0 = 0x2
// CHECK-NEXT: const s1 = 0x2
// CHECK-NEXT: const s2 = 0x2
// CHECK-NEXT: 0  LdpBitL s3:4, slot1
// CHECK-NEXT: 1  LdpBitL s5:6, slot2
// CHECK-NEXT: 2  AndL<1> s3:4, s3:4, s5:6
// CHECK-NEXT: 3  NotL<1> s3:4, s3:4
// CHECK-NEXT: 4  Drivep.four s3:4, slot0, #1, #1, s0:2
// CHECK-NEXT: 6  Return
csim.process_body @nand {
^bb0(%o: !csim.ref<!bit>, %i: !csim.ref<!bit>, %j: !csim.ref<!bit>):
  %delay = arith.constant 2 : i64
  %0 = csim.load %i : !csim.ref<!bit>
  %1 = csim.load %j : !csim.ref<!bit>
  %2 = csim.and %0, %1 : !bit
  %3 = csim.not %2 : !bit
  csim.drive %3, %o delays %delay, %delay, %delay : !csim.ref<!bit>
  csim.return
}
csim.process assign "nand" static run_at_start self_triggering
    sensitivity [#csim.event_term<@a, any>, #csim.event_term<@in, any bits(3, 1)>]
    shares @nand [#csim.event_term<@dx, any>, #csim.event_term<@a, any>, #csim.event_term<@in, any bits(3, 1)>] {}
csim.process assign "nand" static run_at_start self_triggering
    sensitivity [#csim.event_term<@b, any>, #csim.event_term<@v, any bits(9, 1)>]
    shares @nand [#csim.event_term<@dy, any>, #csim.event_term<@b, any>, #csim.event_term<@v, any bits(9, 1)>] {}
}
