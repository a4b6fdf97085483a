// Registers read what was there before the edge; resets, enables, initial values.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: 1 0 84 1 100
// CHECK-NEXT: 1: 2 1 126 2 100
// CHECK-NEXT: 2: 3 2 168 3 1
// CHECK-NEXT: 3: 4 2 210 4 1
// CHECK-NEXT: 4: 5 4 252 100 2
// CHECK-NEXT: 5: 6 9 38 100 9
// CHECK-NEXT: 6: 7 9 80 100 9
// CHECK-NEXT: 7: 8 7 122 8 9
// CHECK-NEXT: 8: 9 8 164 9 9
// CHECK-NEXT: 9: 10 9 206 10 8

hw.module @dut(in %clk : i1, in %rst : i1, in %en : i1, in %d : i8,
               out a : i8, out b : i8, out c : i8, out e : i8, out f : i8) {
  %clock = seq.to_clock %clk
  %c9 = hw.constant 9 : i8
  %c100 = hw.constant 100 : i8
  // Old values are read at the edge: b is a, one clock later.
  %a = seq.compreg %d, %clock : i8
  %b = seq.compreg.ce %a, %clock, %en reset %rst, %c9 : i8
  %start = seq.initial () {
    %c40 = hw.constant 40 : i8
    %c2 = hw.constant 2 : i8
    %sum = comb.add %c40, %c2 : i8
    seq.yield %sum : i8
  } : () -> !seq.immutable<i8>
  %now = seq.from_immutable %start : (!seq.immutable<i8>) -> i8
  %more = comb.add %c, %now : i8
  %c = seq.compreg %more, %clock initial %start : i8
  %e = seq.firreg %d clock %clock reset async %rst, %c100 preset 77 : i8
  %f = seq.shiftreg[3] %d, %clock, %en reset %rst, %c9 powerOn %c100 : i8
  hw.output %a, %b, %c, %e, %f : i8, i8, i8, i8, i8
}
csim.module  module @tb definition "tb"  {
  csim.signal @clk  variable : i1
  csim.signal @rst  variable : i1
  csim.signal @en  variable : i1
  csim.signal @d  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @a  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @b  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @c  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @e  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @f  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.instance @"$u.u" "u" of @dut [0 = @clk, 1 = @rst, 2 = @en, 3 = @d, 4 = @a, 5 = @b, 6 = @c, 7 = @e, 8 = @f]
  csim.process  initial "initial" {
    %c1_i8 = arith.constant 1 : i8
    %0 = csim.addr @d : !csim.ref<i8>
    csim.store %c1_i8, %0 : !csim.ref<i8>
    %true = arith.constant true
    %1 = csim.addr @en : !csim.ref<i1>
    csim.store %true, %1 : !csim.ref<i1>
    %2 = csim.local "i" : !csim.ref<i32>
    %c0_i32 = arith.constant 0 : i32
    csim.store %c0_i32, %2 : !csim.ref<i32>
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb3
    %3 = csim.load %2 : !csim.ref<i32>
    %c10_i32 = arith.constant 10 : i32
    %4 = arith.cmpi slt, %3, %c10_i32 : i32
    cf.cond_br %4, ^bb2, ^bb4
  ^bb2:  // pred: ^bb1
    %c5_i32 = arith.constant 5 : i32
    %5 = arith.extsi %c5_i32 : i32 to i64
    csim.wait_delay %5
    %true_0 = arith.constant true
    %6 = csim.addr @clk : !csim.ref<i1>
    csim.store %true_0, %6 : !csim.ref<i1>
    %c1_i32 = arith.constant 1 : i32
    %7 = arith.extsi %c1_i32 : i32 to i64
    csim.wait_delay %7
    %8 = csim.addr @d : !csim.ref<i8>
    %9 = csim.load %8 : !csim.ref<i8>
    %10 = arith.extui %9 : i8 to i32
    %c1_i32_1 = arith.constant 1 : i32
    %11 = arith.addi %10, %c1_i32_1 : i32
    %12 = arith.trunci %11 : i32 to i8
    %13 = csim.addr @d : !csim.ref<i8>
    csim.store %12, %13 : !csim.ref<i8>
    %14 = csim.load %2 : !csim.ref<i32>
    %c4_i32 = arith.constant 4 : i32
    %15 = arith.cmpi eq, %14, %c4_i32 : i32
    cf.cond_br %15, ^bb5, ^bb6
  ^bb3:  // pred: ^bb8
    %16 = csim.load %2 : !csim.ref<i32>
    %c1_i32_2 = arith.constant 1 : i32
    %17 = arith.addi %16, %c1_i32_2 : i32
    csim.store %17, %2 : !csim.ref<i32>
    cf.br ^bb1
  ^bb4:  // pred: ^bb1
    csim.syscall "$finish"() []
    %18 = csim.null : !csim.chandle
    csim.halt
  ^bb5:  // pred: ^bb2
    %true_3 = arith.constant true
    %19 = csim.addr @rst : !csim.ref<i1>
    csim.store %true_3, %19 : !csim.ref<i1>
    cf.br ^bb6
  ^bb6:  // 2 preds: ^bb2, ^bb5
    %20 = csim.load %2 : !csim.ref<i32>
    %c6_i32 = arith.constant 6 : i32
    %21 = arith.cmpi eq, %20, %c6_i32 : i32
    cf.cond_br %21, ^bb7, ^bb8
  ^bb7:  // pred: ^bb6
    %false = arith.constant false
    %22 = csim.addr @rst : !csim.ref<i1>
    csim.store %false, %22 : !csim.ref<i1>
    cf.br ^bb8
  ^bb8:  // 2 preds: ^bb6, ^bb7
    %23 = csim.load %2 : !csim.ref<i32>
    %c2_i32 = arith.constant 2 : i32
    %24 = arith.cmpi ne, %23, %c2_i32 : i32
    %25 = csim.addr @en : !csim.ref<i1>
    csim.store %24, %25 : !csim.ref<i1>
    %c4_i32_4 = arith.constant 4 : i32
    %26 = arith.extsi %c4_i32_4 : i32 to i64
    csim.wait_delay %26
    %false_5 = arith.constant false
    %27 = csim.addr @clk : !csim.ref<i1>
    csim.store %false_5, %27 : !csim.ref<i1>
    %28 = csim.load %2 : !csim.ref<i32>
    %29 = csim.addr @a : !csim.ref<i8>
    %30 = csim.load %29 : !csim.ref<i8>
    %31 = csim.addr @b : !csim.ref<i8>
    %32 = csim.load %31 : !csim.ref<i8>
    %33 = csim.addr @c : !csim.ref<i8>
    %34 = csim.load %33 : !csim.ref<i8>
    %35 = csim.addr @e : !csim.ref<i8>
    %36 = csim.load %35 : !csim.ref<i8>
    %37 = csim.addr @f : !csim.ref<i8>
    %38 = csim.load %37 : !csim.ref<i8>
    csim.syscall "$display"(%28, %30, %32, %34, %36, %38 : i32, i8, i8, i8, i8, i8) [#csim.arg<literal, text = "%0d: %0d %0d %0d %0d %0d">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @a>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @b>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @c>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @e>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @f>]
    %39 = csim.null : !csim.chandle
    cf.br ^bb3
  }
}
csim.top "tb" of @tb
