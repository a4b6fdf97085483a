// Aggregates are bits: positions of elements and fields; parameters.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: 00 91 00 24 0091ab91 03040000 1 0
// CHECK-NEXT: 1: ab 92 20 24 35929235 0203ac55 0 0
// CHECK-NEXT: 2: 93 93 40 24 6a93ab6a 010256aa 1 0
// CHECK-NEXT: 3: 9f 94 60 24 9494ab9f 0001f9ff 1 0
// CHECK-NEXT: 4: d4 95 00 24 d495ab95 03042b00 1 0
// CHECK-NEXT: 5: ab 96 20 24 09969609 02039055 0 0
// CHECK-NEXT: 6: 97 97 40 24 3e97ab3e 01027caa 0 0
// CHECK-NEXT: 7: 73 98 60 24 9898ab73 0001ceff 0 0

hw.module private @leaf<N: i8, W: i32>(in %a : !hw.int<#hw.param.decl.ref<"W">>, out o : i8) {
  %n = hw.param.value i8 = #hw.param.expr.mul<#hw.param.decl.ref<"N">, 3>
  hw.output %n : i8
}
hw.module @dut(in %a : i8, in %b : i8, in %i : i2, out x : i8, out y : i8, out z : i8,
               out w : i8, out v : i32, out s : i32, out p : i1, out q : i1) {
  %c = hw.constant 0xAB : i8
  %arr = hw.array_create %a, %b, %c, %a : i8
  %x = hw.array_get %arr[%i] : !hw.array<4xi8>, i2
  %st = hw.struct_create (%a, %i) : !hw.struct<f: i8, g: i2>
  %st2 = hw.struct_inject %st["f"], %b : !hw.struct<f: i8, g: i2>
  %y = hw.struct_extract %st2["f"] : !hw.struct<f: i8, g: i2>
  %un = hw.union_create "hi", %i : !hw.union<all: i8, hi: i2 offset 5>
  %z = hw.union_extract %un["all"] : !hw.union<all: i8, hi: i2 offset 5>
  %l1 = hw.instance "l1" @leaf<N: i8 = 5, W: i32 = 8>(a: %a: i8) -> (o: i8)
  %l2 = hw.instance "l2" @leaf<N: i8 = 7, W: i32 = 2>(a: %i: i2) -> (o: i8)
  %w = comb.add %l1, %l2 : i8
  %inj = hw.array_inject %arr[%i], %b : !hw.array<4xi8>, i2
  %v = hw.bitcast %inj : (!hw.array<4xi8>) -> i32
  %k = hw.aggregate_constant [1 : i8, 2 : i8, 3 : i8, 4 : i8] : !hw.array<4xi8>
  %sl = hw.array_slice %k[%i] : (!hw.array<4xi8>) -> !hw.array<2xi8>
  %rev = comb.reverse %a : i8
  %rep = comb.replicate %i : (i2) -> i8
  %both = hw.array_create %rev, %rep : i8
  %cat = hw.array_concat %sl, %both : !hw.array<2xi8>, !hw.array<2xi8>
  %s = hw.bitcast %cat : (!hw.array<4xi8>) -> i32
  %p0 = comb.parity %a : i8
  %i0 = comb.extract %i from 0 : (i2) -> i1
  %i1 = comb.extract %i from 1 : (i2) -> i1
  %p = comb.truth_table %i1, %p0, %i0 -> [true, false, false, true, true, true, false, false]
  %q = comb.icmp slt %a, %b : i8
  hw.output %x, %y, %z, %w, %v, %s, %p, %q : i8, i8, i8, i8, i32, i32, i1, i1
}
csim.module  module @tb definition "tb"  {
  csim.signal @a  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @b  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @i  variable source_type !csim.packed<"", i1, 1, 0, unsigned> : i2
  csim.signal @x  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @y  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @z  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @w  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @v  variable source_type !csim.packed<"", i1, 31, 0, unsigned> : i32
  csim.signal @s  variable source_type !csim.packed<"", i1, 31, 0, unsigned> : i32
  csim.signal @p  variable : i1
  csim.signal @q  variable : i1
  csim.instance @"$u.u" "u" of @dut [0 = @a, 1 = @b, 2 = @i, 3 = @x, 4 = @y, 5 = @z, 6 = @w, 7 = @v, 8 = @s, 9 = @p, 10 = @q]
  csim.process  initial "initial" {
    %0 = csim.local "k" : !csim.ref<i32>
    %c0_i32 = arith.constant 0 : i32
    csim.store %c0_i32, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb1:  // 2 preds: ^bb0, ^bb3
    %1 = csim.load %0 : !csim.ref<i32>
    %c8_i32 = arith.constant 8 : i32
    %2 = arith.cmpi slt, %1, %c8_i32 : i32
    cf.cond_br %2, ^bb2, ^bb4
  ^bb2:  // pred: ^bb1
    %c53_i32 = arith.constant 53 : i32
    %3 = csim.load %0 : !csim.ref<i32>
    %4 = arith.muli %c53_i32, %3 : i32
    %5 = arith.trunci %4 : i32 to i8
    %6 = csim.addr @a : !csim.ref<i8>
    csim.store %5, %6 : !csim.ref<i8>
    %c145_i32 = arith.constant 145 : i32
    %7 = csim.load %0 : !csim.ref<i32>
    %8 = arith.addi %c145_i32, %7 : i32
    %9 = arith.trunci %8 : i32 to i8
    %10 = csim.addr @b : !csim.ref<i8>
    csim.store %9, %10 : !csim.ref<i8>
    %11 = csim.load %0 : !csim.ref<i32>
    %12 = arith.trunci %11 : i32 to i2
    %13 = csim.addr @i : !csim.ref<i2>
    csim.store %12, %13 : !csim.ref<i2>
    %c1_i32 = arith.constant 1 : i32
    %14 = arith.extsi %c1_i32 : i32 to i64
    csim.wait_delay %14
    %15 = csim.load %0 : !csim.ref<i32>
    %16 = csim.addr @x : !csim.ref<i8>
    %17 = csim.load %16 : !csim.ref<i8>
    %18 = csim.addr @y : !csim.ref<i8>
    %19 = csim.load %18 : !csim.ref<i8>
    %20 = csim.addr @z : !csim.ref<i8>
    %21 = csim.load %20 : !csim.ref<i8>
    %22 = csim.addr @w : !csim.ref<i8>
    %23 = csim.load %22 : !csim.ref<i8>
    %24 = csim.addr @v : !csim.ref<i32>
    %25 = csim.load %24 : !csim.ref<i32>
    %26 = csim.addr @s : !csim.ref<i32>
    %27 = csim.load %26 : !csim.ref<i32>
    %28 = csim.addr @p : !csim.ref<i1>
    %29 = csim.load %28 : !csim.ref<i1>
    %30 = csim.addr @q : !csim.ref<i1>
    %31 = csim.load %30 : !csim.ref<i1>
    csim.syscall "$display"(%15, %17, %19, %21, %23, %25, %27, %29, %31 : i32, i8, i8, i8, i8, i32, i32, i1, i1) [#csim.arg<literal, text = "%0d: %h %h %h %h %h %h %b %b">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @x>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @y>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @z>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @w>, #csim.arg<bits, type = !csim.packed<"", i1, 31, 0, unsigned>, symbol = @v>, #csim.arg<bits, type = !csim.packed<"", i1, 31, 0, unsigned>, symbol = @s>, #csim.arg<bits, type = i1, symbol = @p>, #csim.arg<bits, type = i1, symbol = @q>]
    %32 = csim.null : !csim.chandle
    cf.br ^bb3
  ^bb3:  // pred: ^bb2
    %33 = csim.load %0 : !csim.ref<i32>
    %c1_i32_0 = arith.constant 1 : i32
    %34 = arith.addi %33, %c1_i32_0 : i32
    csim.store %34, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb4:  // pred: ^bb1
    csim.halt
  }
}
csim.top "tb" of @tb
