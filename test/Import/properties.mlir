// Temporal properties, attempt by attempt.
// RUN: %not 1 %run-tiers --quiet %s > %t.out
// RUN: FileCheck %s < %t.out

// Edge n sees bit n of each pattern, at time 10 * n + 5.
//                  0123456789
// a:               1100100010
// b:               0101000100
// c:               0010011000

// CHECK: ERROR: {{.*}}: Assertion failed: chain{{$}}
// CHECK-NEXT: Time: 15
// CHECK: ERROR: {{.*}}: Assertion failed: past{{$}}
// CHECK-NEXT: Time: 15
// CHECK: ERROR: {{.*}}: Assertion failed: next{{$}}
// CHECK-NEXT: Time: 25
// CHECK: ERROR: {{.*}}: Assertion failed: while on{{$}}
// CHECK-NEXT: Time: 25
// CHECK: ERROR: {{.*}}: Assertion failed: sv{{$}}
// CHECK-NEXT: Time: 25
// CHECK: ERROR: {{.*}}: Assertion failed: second{{$}}
// CHECK-NEXT: Time: 45
// CHECK: ERROR: {{.*}}: Assertion failed: next{{$}}
// CHECK-NEXT: Time: 55
// CHECK: ERROR: {{.*}}: Assertion failed: within b{{$}}
// CHECK-NEXT: Time: 65
// CHECK: ERROR: {{.*}}: Assumption failed: once{{$}}
// CHECK-NEXT: Time: 65
// CHECK: ERROR: {{.*}}: Assertion failed: second{{$}}
// CHECK-NEXT: Time: 85
// CHECK: ERROR: {{.*}}: Assertion failed: next{{$}}
// CHECK-NEXT: Time: 95
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
  %pa = hw.constant 275 : i10
  %pb = hw.constant 138 : i10
  %pc = hw.constant 100 : i10
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

  // a |=> b: starts at 0, 1, 4, 8; fails at 2, 5, 9.
  %b1 = ltl.delay %b, 1, 0 : i1
  %next = ltl.implication %a, %b1 : i1, !ltl.sequence
  verif.clocked_assert %next, posedge %clk label "next" : !ltl.property

  // a ##1 b |-> c: b ends at 1 (c = 0: fails).
  %ab = ltl.concat %a, %b1 : i1, !ltl.sequence
  %chain = ltl.implication %ab, %c : !ltl.sequence, i1
  verif.clocked_assert %chain, posedge %clk label "chain" : !ltl.property

  // a |-> ##[1:3] c: 0 by 2, 1 by 2, 4 by 5, and 8 is not decided.
  %soon = ltl.delay %c, 1, 2 : i1
  %within = ltl.implication %a, %soon : i1, !ltl.sequence
  verif.clocked_assert %within, posedge %clk label "within" : !ltl.property

  // a |-> ##[1:2] b: 0 by 1, 1 by 3, 4 fails at 6.
  %soonb = ltl.delay %b, 1, 1 : i1
  %withinb = ltl.implication %a, %soonb : i1, !ltl.sequence
  verif.clocked_assert %withinb, posedge %clk label "within b" : !ltl.property

  // not (c [*2]): fails at 6.
  %cc = ltl.repeat %c, 2, 0 : i1
  %nocc = ltl.not %cc : !ltl.sequence
  verif.clocked_assume %nocc, posedge %clk label "once" : !ltl.property

  // a [->2] |-> b: the second a of an attempt: at 1 (b), then at 4 for those of 1: fails,
  // and at 8 for those of 2 to 4: fails.
  %aa = ltl.goto_repeat %a, 2, 0 : i1
  %second = ltl.implication %aa, %b : !ltl.sequence, i1
  verif.clocked_assert %second, posedge %clk label "second" : !ltl.property

  // The same as the first while it is not off; the clock inside.
  %on = comb.xor %off, %true : i1
  %true = hw.constant true
  %clocked = ltl.clock %next, posedge %clk : !ltl.property
  verif.assert %clocked if %on label "while on" : !ltl.property
  sv.assert_property %next on posedge %clk disable_iff %off label "sv" : !ltl.property

  // b or c two edges after a.
  %bOrC = ltl.or %b, %c : i1, i1
  %later = ltl.delay %bOrC, 2, 0 : i1
  %two = ltl.implication %a, %later : i1, !ltl.sequence
  verif.clocked_assert %two, posedge %clk label "two" : !ltl.property

  // A value of the past: b and a never at edges one apart.
  %was = ltl.past %a, 1 clk %clk : i1
  %both = comb.and %was, %b : i1
  %never = comb.xor %both, %true : i1
  verif.clocked_assert %never, posedge %clk label "past" : i1
}
