// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

csim.module module @m {
// CHECK-LABEL: func @m.small id
// CHECK-NEXT: frame 12 args 6 results s6:11
// CHECK-NEXT: 0  AddL<8> s6:7, s0:1, s2:3
// CHECK-NEXT: 1  LtSL<8> s8:9, s6:7, s2:3
// CHECK-NEXT: 2  SubI<32> s10, s4, s5
// CHECK-NEXT: 3  LtUI<32> s11, s4, s10
// CHECK-NEXT: 4  Return
csim.func @small(%a: !csim.logic<8>, %b: !csim.logic<8>, %i: i32, %j: i32) -> (!csim.logic<8>, !csim.logic<1>, i32, i1) {
  %0 = csim.add %a, %b : !csim.logic<8>
  %1 = csim.lt signed %0, %b : !csim.logic<8>
  %2 = arith.subi %i, %j : i32
  %3 = arith.cmpi ugt, %2, %i : i32
  csim.return %0, %1, %2, %3 : !csim.logic<8>, !csim.logic<1>, i32, i1
}
// CHECK-LABEL: func @m.in_place id
// CHECK-NEXT: frame 1 args 1 results s0
// CHECK-NEXT: 0  AddI<8> s0, s0, s0
// CHECK-NEXT: 1  MulI<8> s0, s0, s0
// CHECK-NEXT: 2  Return
csim.func @in_place(%a: i8) -> i8 {
  %0 = arith.addi %a, %a : i8
  %1 = arith.muli %0, %0 : i8
  csim.return %1 : i8
}
// CHECK-LABEL: func @m.dead id
// CHECK-NEXT: frame 1 args 1 results s0
// CHECK-NEXT: 0  Return
csim.func @dead(%a: i8) -> i8 {
  %0 = arith.addi %a, %a : i8
  csim.return %a : i8
}
// CHECK-LABEL: func @m.wide id
// CHECK-NEXT: frame 19 args 10 results s10:16
// CHECK-NEXT: 0  MulW.four s10:13, s0:3, s4:7, #100
// CHECK-NEXT: 2  EqW.four s17:18, s10:13, s4:7, #100
// CHECK-NEXT: 4  NotL<1> s14:15, s17:18
// CHECK-NEXT: 5  BoolW s16, s8:9, #0, #70
// CHECK-NEXT: 7  Return
csim.func @wide(%a: !csim.logic<100>, %b: !csim.logic<100>, %i: i70) -> (!csim.logic<100>, !csim.logic<1>, i1) {
  %0 = csim.mul %a, %b : !csim.logic<100>
  %1 = csim.ne %0, %b : !csim.logic<100>
  %2 = csim.bool %i : i70
  csim.return %0, %1, %2 : !csim.logic<100>, !csim.logic<1>, i1
}
// CHECK-LABEL: func @m.resize id
// CHECK-NEXT: frame 19 args 9 results s9:18
// CHECK-NEXT: 0  SextL<16> s11:12, s0:1, #8
// CHECK-NEXT: 1  ExtW.signed s14:15, s2, #8, #70
// CHECK-NEXT: 3  TruncI<8> s16, s3
// CHECK-NEXT: 4  ExtW.four s17:18, s5:8, #70, #8
// CHECK-NEXT: 6  MovL s9:10, s0:1
// CHECK-NEXT: 7  Mov s13, s2
// CHECK-NEXT: 8  Return
csim.func @resize(%a: !csim.logic<8>, %i: i8, %w: i70, %x: !csim.logic<70>) -> (!csim.logic<16>, !csim.logic<16>, i16, i70, i8, !csim.logic<8>) {
  %0 = csim.extend %a : !csim.logic<8> -> !csim.logic<16>
  %1 = csim.extend signed %a : !csim.logic<8> -> !csim.logic<16>
  %2 = arith.extui %i : i8 to i16
  %3 = arith.extsi %i : i8 to i70
  %4 = arith.trunci %w : i70 to i8
  %5 = csim.trunc %x : !csim.logic<70> -> !csim.logic<8>
  csim.return %0, %1, %2, %3, %4, %5 : !csim.logic<16>, !csim.logic<16>, i16, i70, i8, !csim.logic<8>
}
// CHECK-LABEL: func @m.selection id
// CHECK-NEXT: frame 30 args 17 results s21:29
// CHECK-NEXT: 0  SelI s4, s0, s3
// CHECK-NEXT: 1  MovL s17:18, s7:8
// CHECK-NEXT: 2  SelL s17:18, s0, s5:6
// CHECK-NEXT: 3  MuxL<8> s19:20, s1:2, s5:6, s7:8
// CHECK-NEXT: 5  BrFalse s0, L7
// CHECK-NEXT: 6  MovN s13:16, s9:12, #4
// CHECK-NEXT: L7:
// CHECK-NEXT: 7  Mov s21, s4
// CHECK-NEXT: 8  MovL s22:23, s17:18
// CHECK-NEXT: 9  MovL s24:25, s19:20
// CHECK-NEXT: 10  MovN s26:29, s13:16, #4
// CHECK-NEXT: 11  Return
csim.func @selection(%c: i1, %k: !csim.logic<1>, %a: i8, %b: i8, %x: !csim.logic<8>, %y: !csim.logic<8>, %v: i200, %w: i200) -> (i8, !csim.logic<8>, !csim.logic<8>, i200) {
  %0 = arith.select %c, %a, %b : i8
  %1 = arith.select %c, %x, %y : !csim.logic<8>
  %2 = csim.mux %k, %x, %y : !csim.logic<8>
  %3 = arith.select %c, %v, %w : i200
  csim.return %0, %1, %2, %3 : i8, !csim.logic<8>, !csim.logic<8>, i200
}
// CHECK-LABEL: func @m.shift id
// CHECK-NEXT: frame 13 args 6 results s8:12
// CHECK-NEXT: 0  IToL s6:7, s2
// CHECK-NEXT: 1  ShlL<8> s8:9, s0:1, s6:7
// CHECK-NEXT: 2  AshrL<8> s10:11, s0:1, s3:4
// CHECK-NEXT: 3  ShrI<8> s12, s5, s2
// CHECK-NEXT: 4  Return
csim.func @shift(%x: !csim.logic<8>, %i: i4, %y: !csim.logic<4>, %n: i8) -> (!csim.logic<8>, !csim.logic<8>, i8) {
  %0 = csim.shl %x, %i : !csim.logic<8>, i4
  %1 = csim.ashr %x, %y : !csim.logic<8>, !csim.logic<4>
  %2 = csim.shr %n, %i : i8, i4
  csim.return %0, %1, %2 : !csim.logic<8>, !csim.logic<8>, i8
}
// CHECK-LABEL: func @m.real id
// CHECK-NEXT: frame 9 args 4 results s4:8
// CHECK-NEXT: 0  AddR<64> s4, s0, s1
// CHECK-NEXT: 1  LtR<64> s5, s0, s4
// CHECK-NEXT: 2  NeR<64> s6, s4, s0
// CHECK-NEXT: 3  FromReal s7, s4, #0, #32
// CHECK-NEXT: 5  ToReal.four.signed s8, s2:3, #0, #8
// CHECK-NEXT: 7  Return
csim.func @real(%r: f64, %s: f64, %a: !csim.logic<8>) -> (f64, i1, i1, i32, f64) {
  %0 = arith.addf %r, %s : f64
  %1 = arith.cmpf ogt, %0, %r : f64
  %2 = arith.cmpf une, %0, %r : f64
  %3 = csim.from_real %0 : i32
  %4 = csim.to_real signed %a : !csim.logic<8>
  csim.return %0, %1, %2, %3, %4 : f64, i1, i1, i32, f64
}
// CHECK-LABEL: func @m.bits id
// CHECK-NEXT: frame 21 args 7 results s7:20
// CHECK-NEXT: 0  ExtractL<3> s7:8, s0:1, #2
// CHECK-NEXT: 1  ConcatL<4> s9:10, s0:1, s2:3
// CHECK-NEXT: 2  ExtractI<8> s11, s5, #8
// CHECK-NEXT: 3  Mov s12, s11
// CHECK-NEXT: 4  MovL s13:14, s0:1
// CHECK-NEXT: 5  InsertL<4> s13:14, s2:3, #3
// CHECK-NEXT: 6  DynExtract.four s15:16, s0:1, s6, #1, #8
// CHECK-NEXT: 8  ReplW.four s17:20, s0:1, #0, #8, #9
// CHECK-NEXT: 10  Return
csim.func @bits(%x: !csim.logic<8>, %y: !csim.logic<4>, %w: i128, %i: i64) -> (!csim.logic<3>, !csim.logic<12>, i8, i12, !csim.logic<8>, !csim.logic<1>, !csim.logic<72>) {
  %0 = csim.extract %x from 2 : !csim.logic<8> -> !csim.logic<3>
  %1 = csim.concat %x, %y : !csim.logic<8>, !csim.logic<4>
  %2 = csim.extract %w from 72 : i128 -> i8
  %z = arith.constant 0 : i4
  %3 = csim.concat %z, %2 : i4, i8
  %4 = csim.insert %y into %x at 3 : !csim.logic<4> into !csim.logic<8>
  %5 = csim.dyn_extract %x[%i] : !csim.logic<8> -> !csim.logic<1>
  %6 = csim.replicate %x : !csim.logic<8> -> !csim.logic<72>
  csim.return %0, %1, %2, %3, %4, %5, %6 : !csim.logic<3>, !csim.logic<12>, i8, i12, !csim.logic<8>, !csim.logic<1>, !csim.logic<72>
}
}
