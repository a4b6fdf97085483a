// Clocks made of others: gate, inverter, divider, multiplexer.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0 hi: 0 0 1 0 0100
// CHECK-NEXT: 0 lo: 0 1 1 1 1110
// CHECK-NEXT: 1 hi: 0 1 1 1 0000
// CHECK-NEXT: 1 lo: 0 2 1 2 1010
// CHECK-NEXT: 2 hi: 1 2 2 2 0101
// CHECK-NEXT: 2 lo: 1 3 2 3 1110
// CHECK-NEXT: 3 hi: 1 3 2 3 0000
// CHECK-NEXT: 3 lo: 1 4 2 4 1010
// CHECK-NEXT: 4 hi: 2 4 3 4 0101
// CHECK-NEXT: 4 lo: 2 5 3 5 1110
// CHECK-NEXT: 5 hi: 3 5 3 5 0001
// CHECK-NEXT: 5 lo: 3 6 3 6 1010
// CHECK-NEXT: 6 hi: 4 6 4 7 1101
// CHECK-NEXT: 6 lo: 4 7 4 7 0110
// CHECK-NEXT: 7 hi: 5 7 4 8 1001
// CHECK-NEXT: 7 lo: 5 8 4 8 0010
// CHECK-NEXT: 8 hi: 6 8 5 9 1101
// CHECK-NEXT: 8 lo: 6 9 5 9 0110
// CHECK-NEXT: 9 hi: 6 9 5 9 0000
// CHECK-NEXT: 9 lo: 6 10 5 9 0010
// CHECK-NEXT: 10 hi: 7 10 6 10 1101
// CHECK-NEXT: 10 lo: 7 11 6 10 0110
// CHECK-NEXT: 11 hi: 7 11 6 10 0000
// CHECK-NEXT: 11 lo: 7 12 6 10 0010

hw.module @dut(in %clk : i1, in %en : i1, in %sel : i1,
               out g : i8, out n : i8, out h : i8, out m : i8, out x : i4) {
  %clock = seq.to_clock %clk
  %c1 = hw.constant 1 : i8
  %gated = seq.clock_gate %clock, %en
  %inv = seq.clock_inv %clock
  %half = seq.clock_div %clock by 1
  %mux = seq.clock_mux %sel, %gated, %inv
  %g1 = comb.add %g, %c1 : i8
  %g = seq.compreg %g1, %gated : i8
  %n1 = comb.add %n, %c1 : i8
  %n = seq.compreg %n1, %inv : i8
  %h1 = comb.add %h, %c1 : i8
  %h = seq.compreg %h1, %half : i8
  %m1 = comb.add %m, %c1 : i8
  %m = seq.compreg %m1, %mux : i8
  %b0 = seq.from_clock %gated
  %b1 = seq.from_clock %inv
  %b2 = seq.from_clock %half
  %b3 = seq.from_clock %mux
  %x = comb.concat %b3, %b2, %b1, %b0 : i1, i1, i1, i1
  hw.output %g, %n, %h, %m, %x : i8, i8, i8, i8, i4
}
csim.module  module @tb definition "tb"  {
  csim.signal @clk  variable : i1
  csim.signal @en  variable : i1
  csim.signal @sel  variable : i1
  csim.signal @g  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @n  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @h  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @m  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @x  variable source_type !csim.packed<"", i1, 3, 0, unsigned> : i4
  csim.instance @"$u.u" "u" of @dut [0 = @clk, 1 = @en, 2 = @sel, 3 = @g, 4 = @n, 5 = @h, 6 = @m, 7 = @x]
  csim.process  initial "initial" {
    %0 = csim.local "i" : !csim.ref<i32>
    %c0_i32 = arith.constant 0 : i32
    csim.store %c0_i32, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb3
    %1 = csim.load %0 : !csim.ref<i32>
    %c12_i32 = arith.constant 12 : i32
    %2 = arith.cmpi slt, %1, %c12_i32 : i32
    cf.cond_br %2, ^bb2, ^bb4
  ^bb2:  // pred: ^bb1
    %c5_i32 = arith.constant 5 : i32
    %3 = arith.extsi %c5_i32 : i32 to i64
    csim.wait_delay %3
    %true = arith.constant true
    %4 = csim.addr @clk : !csim.ref<i1>
    csim.store %true, %4 : !csim.ref<i1>
    %c1_i32 = arith.constant 1 : i32
    %5 = arith.extsi %c1_i32 : i32 to i64
    csim.wait_delay %5
    %6 = csim.load %0 : !csim.ref<i32>
    %7 = csim.extract %6 from 0 : i32 -> i1
    %8 = csim.load %0 : !csim.ref<i32>
    %9 = csim.extract %8 from 2 : i32 -> i1
    %10 = arith.ori %7, %9 : i1
    %11 = csim.addr @en : !csim.ref<i1>
    csim.store %10, %11 : !csim.ref<i1>
    %12 = csim.load %0 : !csim.ref<i32>
    %c5_i32_0 = arith.constant 5 : i32
    %13 = arith.cmpi slt, %c5_i32_0, %12 : i32
    %14 = csim.addr @sel : !csim.ref<i1>
    csim.store %13, %14 : !csim.ref<i1>
    %c1_i32_1 = arith.constant 1 : i32
    %15 = arith.extsi %c1_i32_1 : i32 to i64
    csim.wait_delay %15
    %16 = csim.load %0 : !csim.ref<i32>
    %17 = csim.addr @g : !csim.ref<i8>
    %18 = csim.load %17 : !csim.ref<i8>
    %19 = csim.addr @n : !csim.ref<i8>
    %20 = csim.load %19 : !csim.ref<i8>
    %21 = csim.addr @h : !csim.ref<i8>
    %22 = csim.load %21 : !csim.ref<i8>
    %23 = csim.addr @m : !csim.ref<i8>
    %24 = csim.load %23 : !csim.ref<i8>
    %25 = csim.addr @x : !csim.ref<i4>
    %26 = csim.load %25 : !csim.ref<i4>
    csim.syscall "$display"(%16, %18, %20, %22, %24, %26 : i32, i8, i8, i8, i8, i4) [#csim.arg<literal, text = "%0d hi: %0d %0d %0d %0d %b">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @g>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @n>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @h>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @m>, #csim.arg<bits, type = !csim.packed<"", i1, 3, 0, unsigned>, symbol = @x>]
    %27 = csim.null : !csim.chandle
    %c3_i32 = arith.constant 3 : i32
    %28 = arith.extsi %c3_i32 : i32 to i64
    csim.wait_delay %28
    %false = arith.constant false
    %29 = csim.addr @clk : !csim.ref<i1>
    csim.store %false, %29 : !csim.ref<i1>
    %c1_i32_2 = arith.constant 1 : i32
    %30 = arith.extsi %c1_i32_2 : i32 to i64
    csim.wait_delay %30
    %31 = csim.load %0 : !csim.ref<i32>
    %32 = csim.addr @g : !csim.ref<i8>
    %33 = csim.load %32 : !csim.ref<i8>
    %34 = csim.addr @n : !csim.ref<i8>
    %35 = csim.load %34 : !csim.ref<i8>
    %36 = csim.addr @h : !csim.ref<i8>
    %37 = csim.load %36 : !csim.ref<i8>
    %38 = csim.addr @m : !csim.ref<i8>
    %39 = csim.load %38 : !csim.ref<i8>
    %40 = csim.addr @x : !csim.ref<i4>
    %41 = csim.load %40 : !csim.ref<i4>
    csim.syscall "$display"(%31, %33, %35, %37, %39, %41 : i32, i8, i8, i8, i8, i4) [#csim.arg<literal, text = "%0d lo: %0d %0d %0d %0d %b">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @g>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @n>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @h>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @m>, #csim.arg<bits, type = !csim.packed<"", i1, 3, 0, unsigned>, symbol = @x>]
    %42 = csim.null : !csim.chandle
    cf.br ^bb3
  ^bb3:  // pred: ^bb2
    %43 = csim.load %0 : !csim.ref<i32>
    %c1_i32_3 = arith.constant 1 : i32
    %44 = arith.addi %43, %c1_i32_3 : i32
    csim.store %44, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb4:  // pred: ^bb1
    csim.syscall "$finish"() []
    %45 = csim.null : !csim.chandle
    csim.halt
  }
}
csim.top "tb" of @tb
