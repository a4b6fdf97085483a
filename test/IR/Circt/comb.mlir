// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK-LABEL: hw.module @ops
hw.module @ops(in %a : i8, in %b : i8, in %c : i1) {
  // CHECK: comb.add %a, %b, %a : i8
  %0 = comb.add %a, %b, %a : i8
  // CHECK: comb.mul bin %a, %b : i8
  %1 = comb.mul bin %a, %b : i8
  // CHECK: comb.and %a : i8
  %2 = comb.and %a : i8
  // CHECK: comb.or %a, %b : i8
  %3 = comb.or %a, %b : i8
  // CHECK: comb.xor %a, %b {note = "n"} : i8
  %4 = comb.xor %a, %b {note = "n"} : i8
  // CHECK: comb.sub %a, %b : i8
  %5 = comb.sub %a, %b : i8
  // CHECK: comb.divu %a, %b : i8
  %6 = comb.divu %a, %b : i8
  // CHECK: comb.divs bin %a, %b : i8
  %7 = comb.divs bin %a, %b : i8
  // CHECK: comb.modu %a, %b : i8
  %8 = comb.modu %a, %b : i8
  // CHECK: comb.mods %a, %b : i8
  %9 = comb.mods %a, %b : i8
  // CHECK: comb.shl %a, %b : i8
  %10 = comb.shl %a, %b : i8
  // CHECK: comb.shru %a, %b : i8
  %11 = comb.shru %a, %b : i8
  // CHECK: comb.shrs %a, %b : i8
  %12 = comb.shrs %a, %b : i8
  // CHECK: comb.icmp ule %a, %b : i8
  %13 = comb.icmp ule %a, %b : i8
  // CHECK: comb.icmp bin weq %a, %b : i8
  %14 = comb.icmp bin weq %a, %b : i8
  // CHECK: comb.parity %a : i8
  %15 = comb.parity %a : i8
  // CHECK: comb.extract %a from 3 : (i8) -> i5
  %16 = comb.extract %a from 3 : (i8) -> i5
  // CHECK: comb.concat %a, %c : i8, i1
  %17 = comb.concat %a, %c : i8, i1
  // CHECK: comb.concat :
  %18 = comb.concat :
  // CHECK: comb.replicate %a : (i8) -> i24
  %19 = comb.replicate %a : (i8) -> i24
  // CHECK: comb.mux bin %c, %a, %b : i8
  %20 = comb.mux bin %c, %a, %b : i8
  // CHECK: comb.truth_table %c, %c -> [true, false, false, true]
  %21 = comb.truth_table %c, %c -> [true, false, false, true]
  // CHECK: comb.reverse %a : i8
  %22 = comb.reverse %a : i8
}
