// A queue of a depth that is no power of two, with its flags.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: 1 full=0 empty=0 0 1
// CHECK-NEXT: 1: 1 full=0 empty=0 1 0
// CHECK-NEXT: 2: 1 full=1 empty=0 1 0
// CHECK-NEXT: 3: 1 full=1 empty=0 1 0
// CHECK-NEXT: 4: 2 full=1 empty=0 1 0
// CHECK-NEXT: 5: 3 full=0 empty=0 1 0
// CHECK-NEXT: 6: 5 full=0 empty=0 0 1
// CHECK-NEXT: 7: 2 full=0 empty=1 0 1
// CHECK-NEXT: 8: 2 full=0 empty=1 0 1
// CHECK-NEXT: 9: 2 full=0 empty=1 0 1
// CHECK-NEXT: 10: 11 full=0 empty=0 0 1
// CHECK-NEXT: 11: 11 full=0 empty=0 0 1
// CHECK-NEXT: 12: 5 full=0 empty=1 0 1
// CHECK-NEXT: 13: 5 full=0 empty=1 0 1

hw.module @dut(in %clk : i1, in %rst : i1, in %rd : i1, in %wr : i1, in %d : i8,
               out o : i8, out full : i1, out empty : i1, out af : i1, out ae : i1) {
  %clock = seq.to_clock %clk
  %o, %full, %empty, %af, %ae = seq.fifo depth 3 almost_full 2 almost_empty 1 in %d rdEn %rd wrEn %wr clk %clock rst %rst : i8
  hw.output %o, %full, %empty, %af, %ae : i8, i1, i1, i1, i1
}
csim.module  module @tb definition "tb"  {
  csim.signal @clk  variable : i1
  csim.signal @rst  variable : i1
  csim.signal @rd  variable : i1
  csim.signal @wr  variable : i1
  csim.signal @d  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @o  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @full  variable : i1
  csim.signal @empty  variable : i1
  csim.signal @af  variable : i1
  csim.signal @ae  variable : i1
  csim.instance @"$u.u" "u" of @dut [0 = @clk, 1 = @rst, 2 = @rd, 3 = @wr, 4 = @d, 5 = @o, 6 = @full, 7 = @empty, 8 = @af, 9 = @ae]
  csim.process  initial "initial" {
    %0 = csim.local "i" : !csim.ref<i32>
    %c0_i32 = arith.constant 0 : i32
    csim.store %c0_i32, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb3
    %1 = csim.load %0 : !csim.ref<i32>
    %c14_i32 = arith.constant 14 : i32
    %2 = arith.cmpi slt, %1, %c14_i32 : i32
    cf.cond_br %2, ^bb2, ^bb4
  ^bb2:  // pred: ^bb1
    %3 = csim.load %0 : !csim.ref<i32>
    %c12_i32 = arith.constant 12 : i32
    %4 = arith.cmpi eq, %3, %c12_i32 : i32
    %5 = csim.addr @rst : !csim.ref<i1>
    csim.store %4, %5 : !csim.ref<i1>
    %6 = csim.load %0 : !csim.ref<i32>
    %c5_i32 = arith.constant 5 : i32
    %7 = arith.cmpi slt, %6, %c5_i32 : i32
    %8 = csim.load %0 : !csim.ref<i32>
    %c10_i32 = arith.constant 10 : i32
    %9 = arith.cmpi eq, %8, %c10_i32 : i32
    %10 = arith.ori %7, %9 : i1
    %11 = csim.addr @wr : !csim.ref<i1>
    csim.store %10, %11 : !csim.ref<i1>
    %12 = csim.load %0 : !csim.ref<i32>
    %c3_i32 = arith.constant 3 : i32
    %13 = arith.cmpi slt, %c3_i32, %12 : i32
    %14 = csim.load %0 : !csim.ref<i32>
    %c10_i32_0 = arith.constant 10 : i32
    %15 = arith.cmpi slt, %14, %c10_i32_0 : i32
    %16 = arith.andi %13, %15 : i1
    %17 = csim.addr @rd : !csim.ref<i1>
    csim.store %16, %17 : !csim.ref<i1>
    %18 = csim.load %0 : !csim.ref<i32>
    %c1_i32 = arith.constant 1 : i32
    %19 = arith.addi %18, %c1_i32 : i32
    %20 = arith.trunci %19 : i32 to i8
    %21 = csim.addr @d : !csim.ref<i8>
    csim.store %20, %21 : !csim.ref<i8>
    %c5_i32_1 = arith.constant 5 : i32
    %22 = arith.extsi %c5_i32_1 : i32 to i64
    csim.wait_delay %22
    %true = arith.constant true
    %23 = csim.addr @clk : !csim.ref<i1>
    csim.store %true, %23 : !csim.ref<i1>
    %c5_i32_2 = arith.constant 5 : i32
    %24 = arith.extsi %c5_i32_2 : i32 to i64
    csim.wait_delay %24
    %false = arith.constant false
    %25 = csim.addr @clk : !csim.ref<i1>
    csim.store %false, %25 : !csim.ref<i1>
    %26 = csim.load %0 : !csim.ref<i32>
    %27 = csim.addr @o : !csim.ref<i8>
    %28 = csim.load %27 : !csim.ref<i8>
    %29 = csim.addr @full : !csim.ref<i1>
    %30 = csim.load %29 : !csim.ref<i1>
    %31 = csim.addr @empty : !csim.ref<i1>
    %32 = csim.load %31 : !csim.ref<i1>
    %33 = csim.addr @af : !csim.ref<i1>
    %34 = csim.load %33 : !csim.ref<i1>
    %35 = csim.addr @ae : !csim.ref<i1>
    %36 = csim.load %35 : !csim.ref<i1>
    csim.syscall "$display"(%26, %28, %30, %32, %34, %36 : i32, i8, i1, i1, i1, i1) [#csim.arg<literal, text = "%0d: %0d full=%b empty=%b %b %b">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @o>, #csim.arg<bits, type = i1, symbol = @full>, #csim.arg<bits, type = i1, symbol = @empty>, #csim.arg<bits, type = i1, symbol = @af>, #csim.arg<bits, type = i1, symbol = @ae>]
    %37 = csim.null : !csim.chandle
    cf.br ^bb3
  ^bb3:  // pred: ^bb2
    %38 = csim.load %0 : !csim.ref<i32>
    %c1_i32_3 = arith.constant 1 : i32
    %39 = arith.addi %38, %c1_i32_3 : i32
    csim.store %39, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb4:  // pred: ^bb1
    csim.syscall "$finish"() []
    %40 = csim.null : !csim.chandle
    csim.halt
  }
}
csim.top "tb" of @tb
