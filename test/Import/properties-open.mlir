// Temporal properties whose attempts can stay open for ever: until, eventually, strong and
// unbounded sequences, negations and disjunctions of properties, and two clocks.
// RUN: %not 1 %run-tiers --quiet %s > %t.out
// RUN: FileCheck %s < %t.out

// Edge n sees bit n of each pattern, at time 10 * n + 5.
//                  0123456789
// a:               1110011000
// b:               0001000010
// c:               0000010000

// CHECK: ERROR: {{.*}}: Assertion failed: not until{{$}}
// CHECK-NEXT: Time: 35
// CHECK: ERROR: {{.*}}: Assertion failed: until{{$}}
// CHECK-NEXT: Time: 45
// CHECK: ERROR: {{.*}}: Assertion failed: until{{$}}
// CHECK-NEXT: Time: 75
// CHECK: ERROR: {{.*}}: Assertion failed: unbounded{{$}}
// CHECK-NEXT: Time: 75
// CHECK: ERROR: {{.*}}: Assertion failed: either{{$}}
// CHECK-NEXT: Time: 75
// CHECK: ERROR: {{.*}}: Assertion failed: until{{$}}
// CHECK-NEXT: Time: 95
// CHECK: ERROR: {{.*}}: Assertion failed: eventually{{$}}
// CHECK-NEXT: Time: 100
// CHECK: ERROR: {{.*}}: Assertion failed: strong{{$}}
// CHECK-NEXT: Time: 100
// CHECK-NOT: ERROR

hw.module @stimulus(out clk : i1, out a : i1, out b : i1, out c : i1, out off : i1) {
  %false = hw.constant false
  %true = hw.constant true
  %c0 = hw.constant 0 : i4
  %c1 = hw.constant 1 : i4
  %c10 = hw.constant 10 : i4
  %clk = llhd.sig name "clk" %false : i1
  %n = llhd.sig name "n" %c0 : i4
  %k = llhd.prb %clk : i1
  %i = llhd.prb %n : i4
  %pa = hw.constant 103 : i10
  %pb = hw.constant 264 : i10
  %pc = hw.constant 32 : i10
  %pad = hw.constant 0 : i6
  %i10 = comb.concat %pad, %i : i6, i4
  %sa = comb.shru %pa, %i10 : i10
  %sb = comb.shru %pb, %i10 : i10
  %sc = comb.shru %pc, %i10 : i10
  %a = comb.extract %sa from 0 : (i10) -> i1
  %b = comb.extract %sb from 0 : (i10) -> i1
  %c = comb.extract %sc from 0 : (i10) -> i1
  %off = comb.icmp ugt %i, %c4 : i4
  %c4 = hw.constant 4 : i4
  llhd.process {
    %half = llhd.constant_time <5ns, 0d, 0e>
    %now = llhd.constant_time <0ns, 0d, 1e>
    llhd.wait delay %half, ^rise(%c0 : i4)
  ^rise(%x : i4):
    llhd.drv %clk, %true after %now : i1
    llhd.wait delay %half, ^fall
  ^fall:
    %next = comb.add %x, %c1 : i4
    llhd.drv %clk, %false after %now : i1
    llhd.drv %n, %next after %now : i4
    %done = comb.icmp eq %next, %c10 : i4
    cf.cond_br %done, ^end, ^on
  ^on:
    llhd.wait delay %half, ^rise(%next : i4)
  ^end:
    sim.terminate success, quiet
    llhd.halt
  }
  hw.output %k, %a, %b, %c, %off : i1, i1, i1, i1, i1
}

hw.module @top() {
  %clk, %a, %b, %c, %off = hw.instance "s" @stimulus() -> (clk: i1, a: i1, b: i1, c: i1, off: i1)

  // Fails at 4, 7 (for three attempts) and 9.
  %until = ltl.until %a, %b : i1, i1
  verif.clocked_assert %until, posedge %clk label "until" : !ltl.property

  // Attempts at 0, 1, 2 fail at 3; those at 5 and 6 hold at 7.
  %never = ltl.not %until : !ltl.property
  %notUntil = ltl.implication %a, %never : i1, !ltl.property
  verif.clocked_assert %notUntil, posedge %clk label "not until" : !ltl.property

  // The attempt at 3 sees c at 5; that at 8 waits until the end.
  %soon = ltl.eventually %c : i1
  %eventually = ltl.implication %b, %soon : i1, !ltl.property
  verif.clocked_assert %eventually, posedge %clk label "eventually" : !ltl.property

  // The same with a sequence; weak, the end says nothing.
  %later = ltl.delay %c, 1 : i1
  %strong = ltl.strong %later : !ltl.sequence
  %weak = ltl.weak %later : !ltl.sequence
  %mustCome = ltl.implication %b, %strong : i1, !ltl.property
  %mayCome = ltl.implication %b, %weak : i1, !ltl.property
  verif.clocked_assert %mustCome, posedge %clk label "strong" : !ltl.property
  verif.clocked_assert %mayCome, posedge %clk label "weak" : !ltl.property

  // a until b directly behind it: of 5 and 6 at 7.
  %as = ltl.repeat %a, 1 : i1
  %b1 = ltl.delay %b, 1, 0 : i1
  %run = ltl.concat %as, %b1 : !ltl.sequence, !ltl.sequence
  %unbounded = ltl.implication %a, %run : i1, !ltl.sequence
  verif.clocked_assert %unbounded, posedge %clk label "unbounded" : !ltl.property

  // One of two: fails for 6 at 7.
  %a1 = ltl.delay %a, 1, 0 : i1
  %stays = ltl.implication %a, %a1 : i1, !ltl.sequence
  %goes = ltl.implication %a, %b1 : i1, !ltl.sequence
  %either = ltl.or %stays, %goes : !ltl.property, !ltl.property
  verif.clocked_assert %either, posedge %clk label "either" : !ltl.property

  // Each part has its clock; both hold.
  %first = ltl.clock %goes, posedge %off : !ltl.property
  %second = ltl.clock %mayCome, negedge %clk : !ltl.property
  %twoClocks = ltl.and %first, %second : !ltl.property, !ltl.property
  verif.assert %twoClocks label "two clocks" : !ltl.property
}
