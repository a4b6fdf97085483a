// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

// CHECK: port in input slot0
// CHECK-NEXT: port big output slot1
// CHECK-NEXT: slot2 signal up 1 n
// CHECK-NEXT: driver 0 of v[4+:4]
!s = !csim.ustruct<"s", ["a": i8, "b": !csim.logic<32>]>
!arr = !csim.uarray<4 x !s, 0, 3>
!grid = !csim.uarray<8 x !csim.uarray<4 x !csim.logic<16>, 3, 0>, 0, 7>
csim.module module @m {
csim.signal @b variable : i1
csim.signal @v variable : !csim.logic<12>
csim.signal @w variable : !csim.logic<128>
csim.signal @r variable : f64
csim.signal @arr variable : !arr
csim.signal @grid variable : !grid
csim.signal @in wire : !csim.logic<8>
csim.signal @big wire : !csim.logic<128>
csim.port "in" input @in
csim.port "big" output @big
csim.extern_signal @x up 1 ["n"] : !csim.logic<8>
csim.driver @d net @v bits(4, 4) : !csim.logic<4>

// CHECK-LABEL: func @m.whole id
// CHECK-NEXT: frame 8 args 8
// CHECK-NEXT: 0  StI8 s0, [0x8a], b
// CHECK-NEXT: 1  StL16 s1:2, [0x48], v
// CHECK-NEXT: 2  StW.four s3:6, [0x0], w, #128
// CHECK-NEXT: 4  StI64 s7, [0x10], r
// CHECK-NEXT: 5  Return
csim.func @whole(%a: i1, %c: !csim.logic<12>, %e: !csim.logic<128>, %f: f64) {
  %b = csim.addr @b : !csim.ref<i1>
  csim.store %a, %b : !csim.ref<i1>
  %v = csim.addr @v : !csim.ref<!csim.logic<12>>
  csim.store %c, %v : !csim.ref<!csim.logic<12>>
  %w = csim.addr @w : !csim.ref<!csim.logic<128>>
  csim.store %e, %w : !csim.ref<!csim.logic<128>>
  %r = csim.addr @r : !csim.ref<f64>
  csim.store %f, %r : !csim.ref<f64>
  csim.return
}
// CHECK-LABEL: func @m.ports id
// CHECK-NEXT: frame 12 args 0 results s0:9
// CHECK-NEXT: 0  LdpL8 s0:1, slot0(in)
// CHECK-NEXT: 1  LdpW.four s2:5, slot1(big), #128
// CHECK-NEXT: 3  LdpL8 s6:7, slot2(n)
// CHECK-NEXT: 4  LdpL8 s10:11, slot0(in)
// CHECK-NEXT: 5  ExtractL<4> s8:9, s10:11, #4
// CHECK-NEXT: 6  StpL8 s8:9, slot3(driver 0)
// CHECK-NEXT: 7  Return
csim.func @ports() -> (!csim.logic<8>, !csim.logic<128>, !csim.logic<8>, !csim.logic<4>) {
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  %0 = csim.load %in : !csim.ref<!csim.logic<8>>
  %big = csim.addr @big : !csim.ref<!csim.logic<128>>
  %1 = csim.load %big : !csim.ref<!csim.logic<128>>
  %x = csim.addr @x : !csim.ref<!csim.logic<8>>
  %2 = csim.load %x : !csim.ref<!csim.logic<8>>
  %low = csim.bits_ref %in from 4 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  %3 = csim.load %low : !csim.ref<!csim.logic<4>>
  %d = csim.addr @d : !csim.ref<!csim.logic<4>>
  csim.store %3, %d : !csim.ref<!csim.logic<4>>
  csim.return %0, %1, %2, %3 : !csim.logic<8>, !csim.logic<128>, !csim.logic<8>, !csim.logic<4>
}
// CHECK-LABEL: func @m.parts id
// CHECK-NEXT: frame 23 args 3 results s15:22
// CHECK-NEXT: const s0 = 0x3e
// CHECK-NEXT: 0  RefLocal r4, [0x48], v
// CHECK-NEXT: 1  RefLocal r7, [0x0], w
// CHECK-NEXT: 2  RefBits r10, r4, s3, #4, #12
// CHECK-NEXT: 4  RefBits r4, r7, s0, #4, #128
// CHECK-NEXT: 6  LdL16 s13:14, [0x48]
// CHECK-NEXT: 7  ExtractL<4> s15:16, s13:14, #4
// CHECK-NEXT: 8  LdL16 s13:14, [0x48]
// CHECK-NEXT: 9  DynExtract.four s17:18, s13:14, s3, #4, #12
// CHECK-NEXT: 11  LdL64 s13:14, [0x8]
// CHECK-NEXT: 12  ExtractL<4> s19:20, s13:14, #6
// CHECK-NEXT: 13  LdRef.four s21:22, r4, #0, #4, #128
// CHECK-NEXT: 15  StPart.four s1:2, [0x48], v, #4, #4, #12
// CHECK-NEXT: 17  StRef.four s1:2, r10, #0, #4, #12
// CHECK-NEXT: 19  StPart.four s1:2, [0x0], w, #4, #62, #128
// CHECK-NEXT: 21  Return
csim.func @parts(%p: !csim.logic<4>, %i: i64) -> (!csim.logic<4>, !csim.logic<4>, !csim.logic<4>, !csim.logic<4>) {
  %v = csim.addr @v : !csim.ref<!csim.logic<12>>
  %w = csim.addr @w : !csim.ref<!csim.logic<128>>
  %vc = csim.bits_ref %v from 4 : !csim.ref<!csim.logic<12>> -> !csim.ref<!csim.logic<4>>
  %vi = csim.bits_ref %v[%i] : !csim.ref<!csim.logic<12>> -> !csim.ref<!csim.logic<4>>
  %wc = csim.bits_ref %w from 70 : !csim.ref<!csim.logic<128>> -> !csim.ref<!csim.logic<4>>
  %wx = csim.bits_ref %w from 62 : !csim.ref<!csim.logic<128>> -> !csim.ref<!csim.logic<4>>
  %0 = csim.load %vc : !csim.ref<!csim.logic<4>>
  %1 = csim.load %vi : !csim.ref<!csim.logic<4>>
  %2 = csim.load %wc : !csim.ref<!csim.logic<4>>
  %3 = csim.load %wx : !csim.ref<!csim.logic<4>>
  csim.store %p, %vc : !csim.ref<!csim.logic<4>>
  csim.store %p, %vi : !csim.ref<!csim.logic<4>>
  csim.store %p, %wx : !csim.ref<!csim.logic<4>>
  csim.return %0, %1, %2, %3 : !csim.logic<4>, !csim.logic<4>, !csim.logic<4>, !csim.logic<4>
}
// CHECK-LABEL: func @m.elements id
// CHECK-NEXT: frame 18 args 4 results s4:9
// CHECK-NEXT: 0  LdL32 s4:5, [0x3c]
// CHECK-NEXT: 1  LdElem.four s6:7, s0, [0x2c], #32, #4, #8, #4
// CHECK-NEXT: 3  RefLocal r10, [0x4a], grid
// CHECK-NEXT: 4  NormIndex s13, s0, #0, #0, #7, #8
// CHECK-NEXT: 6  NormIndex s0, s1, #0, #3, #0, #4
// CHECK-NEXT: 8  RefElem r14, r10, s13, #8, #8
// CHECK-NEXT: 10  LinIndex<4> s17, s13, s0
// CHECK-NEXT: 11  LdElem.four s8:9, s17, [0x4a], #16, #32, #2, #2
// CHECK-NEXT: 13  LinIndex<4> s13, s13, s0
// CHECK-NEXT: 14  StElem.four s2:3, s13, [0x4a], #16, #32, #2, grid
// CHECK-NEXT: 16  RefElem r10, r14, s1, #4, #2
// CHECK-NEXT: 18  StRef.four s2:3, r10, #0, #16, #16
// CHECK-NEXT: 20  Return
csim.func @elements(%i: i64, %j: i64, %v: !csim.logic<16>) -> (!csim.logic<32>, !csim.logic<32>, !csim.logic<16>) {
  %arr = csim.addr @arr : !csim.ref<!arr>
  %two = arith.constant 2 : i64
  %e2 = csim.elem_ref %arr[%two] : !csim.ref<!arr>
  %f2 = csim.field_ref %e2[1] : !csim.ref<!s>
  %0 = csim.load %f2 : !csim.ref<!csim.logic<32>>
  %ei = csim.elem_ref %arr[%i] : !csim.ref<!arr>
  %fi = csim.field_ref %ei[1] : !csim.ref<!s>
  %1 = csim.load %fi : !csim.ref<!csim.logic<32>>
  %grid = csim.addr @grid : !csim.ref<!grid>
  %ni = csim.norm_index %i [0 : 7]
  %nj = csim.norm_index %j [3 : 0]
  %row = csim.elem_ref %grid[%ni] : !csim.ref<!grid>
  %cell = csim.elem_ref %row[%nj] : !csim.ref<!csim.uarray<4 x !csim.logic<16>, 3, 0>>
  %2 = csim.load %cell : !csim.ref<!csim.logic<16>>
  csim.store %v, %cell : !csim.ref<!csim.logic<16>>
  // The inner index is not known to lie in its dimension: two steps.
  %open = csim.elem_ref %row[%j] : !csim.ref<!csim.uarray<4 x !csim.logic<16>, 3, 0>>
  csim.store %v, %open : !csim.ref<!csim.logic<16>>
  // Out of range: no access.
  %nine = arith.constant 9 : i64
  %none = csim.elem_ref %arr[%nine] : !csim.ref<!arr>
  %nf = csim.field_ref %none[1] : !csim.ref<!s>
  csim.store %0, %nf : !csim.ref<!csim.logic<32>>
  csim.return %0, %1, %2 : !csim.logic<32>, !csim.logic<32>, !csim.logic<16>
}
// CHECK-LABEL: func @m.nonblocking id
// CHECK-NEXT: frame 13 args 7
// CHECK-NEXT: 0  NbaI<1> s0, [0x8a], b
// CHECK-NEXT: 1  RefLocal r7, [0x48], v
// CHECK-NEXT: 2  NbaPart.four s1:2, [0x48], v, #4, #4, #12
// CHECK-NEXT: 4  RefBits r10, r7, s3, #4, #12
// CHECK-NEXT: 6  NbaRef.four s1:2, r10, #0, #4, #12, #0, -
// CHECK-NEXT: 8  RefSlot r7, slot0(in)
// CHECK-NEXT: 9  NbapL<8> s5:6, slot0(in)
// CHECK-NEXT: 10  NbaRef.four s5:6, r7, #0, #8, #8, #0, s4
// CHECK-NEXT: 12  NbaRefEvent.four s5:6, r7, (posedge slot0(in)), #8, #8, #0, -
// CHECK-NEXT: 14  Return
csim.func @nonblocking(%a: i1, %p: !csim.logic<4>, %i: i64, %t: i64, %x: !csim.logic<8>) {
  %b = csim.addr @b : !csim.ref<i1>
  csim.nba %a, %b : !csim.ref<i1>
  %v = csim.addr @v : !csim.ref<!csim.logic<12>>
  %vc = csim.bits_ref %v from 4 : !csim.ref<!csim.logic<12>> -> !csim.ref<!csim.logic<4>>
  csim.nba %p, %vc : !csim.ref<!csim.logic<4>>
  %vi = csim.bits_ref %v[%i] : !csim.ref<!csim.logic<12>> -> !csim.ref<!csim.logic<4>>
  csim.nba %p, %vi : !csim.ref<!csim.logic<4>>
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  csim.nba %x, %in : !csim.ref<!csim.logic<8>>
  csim.nba %x, %in after %t : !csim.ref<!csim.logic<8>>
  csim.nba_event %x, %in on [posedge %in : !csim.ref<!csim.logic<8>>] : !csim.ref<!csim.logic<8>>
  csim.return
}
// CHECK-LABEL: func @m.locals id
// CHECK-NEXT: frame 13 args 4 results s3
// CHECK-NEXT: 0  RefFrame r6, s5
// CHECK-NEXT: 1  InitRef r6, type 1
// CHECK-NEXT: 2  RefOffset r9, r6
// CHECK-NEXT: 3  LdRef s12, r0, #0, #8, #8
// CHECK-NEXT: 5  StRef s12, r9, #0, #8, #8
// CHECK-NEXT: 7  RefFrame r0, s4
// CHECK-NEXT: 8  StRef s3, r0, #0, #8, #8
// CHECK-NEXT: 10  Fork none @m.user(s0:2)
// CHECK-NEXT: 11  NewCell s3, type 0
// CHECK-NEXT: 12  RefHeap r0, s3
// CHECK-NEXT: 13  Fork none @m.user(s0:2)
// CHECK-NEXT: 14  LdRef s3, r9, #0, #8, #8
// CHECK-NEXT: 16  Return
csim.func @locals(%r: !csim.ref<i8>, %o: i8) -> i8 {
  %l = csim.local : !csim.ref<!s>
  %f = csim.field_ref %l[0] : !csim.ref<!s>
  %v = csim.load %r : !csim.ref<i8>
  csim.store %v, %f : !csim.ref<i8>
  %k = csim.local : !csim.ref<i8>
  csim.store %o, %k : !csim.ref<i8>
  csim.fork none [@user(%k : !csim.ref<i8>)]
  %c = csim.cell : !csim.ref<i8>
  csim.fork none [@user(%c : !csim.ref<i8>)]
  %w = csim.load %f : !csim.ref<i8>
  csim.return %w : i8
}
csim.func @user(!csim.ref<i8>)
// CHECK-LABEL: func @m.objects id
// CHECK-NEXT: frame 14 args 1
// CHECK-NEXT: const s0 = 0x1
// CHECK-NEXT: const s1 = 0x0
// CHECK-NEXT: 0  RefLocal r7, [0x28], arr
// CHECK-NEXT: 1  RefFrame r10, s3
// CHECK-NEXT: 2  InitRef r10, type 0
// CHECK-NEXT: 3  CopyRef r10, r7, type 0
// CHECK-NEXT: 5  NbaCopy r7, r10, type 0, #0, #0, #0, -
// CHECK-NEXT: 7  EqRef s13, r7, r10, type 0
// CHECK-NEXT: 9  InitRef r7, type 0
// CHECK-NEXT: 10  RefSlot r7, slot0(in)
// CHECK-NEXT: 11  Force.four r7, @m.value, #0, #8, #8
// CHECK-NEXT: 13  Release.four r7, #0, #1, #8, #8
// CHECK-NEXT: 15  Mov s7, s2
// CHECK-NEXT: 16  Mov s8, s2
// CHECK-NEXT: 17  Mov s9, s2
// CHECK-NEXT: 18  Drivep.four s0:1, slot0(in), #8, #8, s7:9
// CHECK-NEXT: 20  StpL8 s0:1, slot0(in)
// CHECK-NEXT: 21  BrFalse s13, L23
// CHECK-NEXT: 22  Halt
// CHECK-NEXT: L23:
// CHECK-NEXT: 23  Return
csim.func @objects(%d: i64) {
  %a = csim.addr @arr : !csim.ref<!arr>
  %l = csim.local : !csim.ref<!arr>
  csim.copy %a to %l : !csim.ref<!arr>
  csim.nba_copy %l to %a : !csim.ref<!arr>
  %e = csim.eq_ref %a, %l : !csim.ref<!arr>
  csim.init %a : !csim.ref<!arr>
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  csim.force %in by @value : !csim.ref<!csim.logic<8>>
  csim.release assign %in : !csim.ref<!csim.logic<8>>
  %k = csim.constant "8'd1"
  csim.drive %k, %in delays %d, %d, %d : !csim.ref<!csim.logic<8>>
  csim.drive %k, %in : !csim.ref<!csim.logic<8>>
  cf.cond_br %e, ^a, ^b
^a:
  csim.halt
^b:
  csim.return
}
// CHECK-LABEL: func @m.value id
// CHECK-NEXT: frame 5 args 0
// CHECK-NEXT: const s0 = 0x7
// CHECK-NEXT: const s1 = 0x0
// CHECK-NEXT: 0  RefSlot r2, slot0(in)
// CHECK-NEXT: 1  ForceStore.four s0:1, r2, #0, #8, #8
// CHECK-NEXT: 3  Halt
csim.func @value() {
  %in = csim.addr @in : !csim.ref<!csim.logic<8>>
  %k = csim.constant "8'd7"
  csim.force_store %k, %in : !csim.ref<!csim.logic<8>>
  csim.halt
}
}
