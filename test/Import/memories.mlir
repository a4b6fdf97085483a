// Ports of memories: latencies, masks, and what a read sees of a write at the same edge.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: 00 00 00 00 00 00
// CHECK-NEXT: 1: 00 00 00 00 00 00
// CHECK-NEXT: 2: 00 00 00 00 00 00
// CHECK-NEXT: 3: 00 00 00 00 00 00
// CHECK-NEXT: 4: 00 00 00 00 00 00
// CHECK-NEXT: 5: 10 11 00 00 11 11
// CHECK-NEXT: 6: 22 22 11 11 22 22
// CHECK-NEXT: 7: 03 33 22 00 33 33
// CHECK-NEXT: 8: 00 00 33 33 00 00
// CHECK-NEXT: 9: 00 00 00 00 00 00
// CHECK-NEXT: 10: 00 00 55 55 00 00
// CHECK-NEXT: 11: 55 55 11 00 55 55
// CHECK-NEXT: 12: bb bb 77 77 bb bb
// CHECK-NEXT: 13: 72 77 33 00 77 77

hw.module @dut(in %clk : i1, in %we : i1, in %re : i1, in %wa : i3, in %ra : i3, in %wd : i8,
               in %mask : i2, out r0 : i8, out r1 : i8, out ro : i8, out rw : i8,
               out h0 : i8, out h1 : i8) {
  %clock = seq.to_clock %clk
  %false = hw.constant false
  %m0 = seq.firmem 0, 1, undefined, undefined : <5 x 8, mask 2>
  seq.firmem.write_port %m0[%wa] = %wd, clock %clock enable %we mask %mask : <5 x 8, mask 2>, i2
  %r0 = seq.firmem.read_port %m0[%ra], clock %clock enable %re : <5 x 8, mask 2>
  %m1 = seq.firmem 1, 1, new, port_order : <8 x 8>
  seq.firmem.write_port %m1[%wa] = %wd, clock %clock enable %we : <8 x 8>
  %r1 = seq.firmem.read_port %m1[%ra], clock %clock enable %re : <8 x 8>
  %m2 = seq.firmem 1, 1, old, port_order : <8 x 8>
  seq.firmem.write_port %m2[%wa] = %wd, clock %clock enable %we : <8 x 8>
  %ro = seq.firmem.read_port %m2[%wa], clock %clock : <8 x 8>
  %m3 = seq.firmem 1, 1, undefined, undefined : <8 x 8>
  %rw = seq.firmem.read_write_port %m3[%wa] = %wd if %we, clock %clock enable %re : <8 x 8>
  %hl = seq.hlmem @hl %clock, %false : <8xi8>
  %h0 = seq.read %hl[%ra] rden %re {latency = 0} : !seq.hlmem<8xi8>
  %h1 = seq.read %hl[%ra] {latency = 1} : !seq.hlmem<8xi8>
  seq.write %hl[%wa] %wd wren %we {latency = 1} : !seq.hlmem<8xi8>
  hw.output %r0, %r1, %ro, %rw, %h0, %h1 : i8, i8, i8, i8, i8, i8
}
csim.module  module @tb definition "tb"  {
  csim.signal @clk  variable : i1
  csim.signal @we  variable : i1
  csim.signal @re  variable : i1
  csim.signal @wa  variable source_type !csim.packed<"", i1, 2, 0, unsigned> : i3
  csim.signal @ra  variable source_type !csim.packed<"", i1, 2, 0, unsigned> : i3
  csim.signal @wd  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @mask  variable source_type !csim.packed<"", i1, 1, 0, unsigned> : i2
  csim.signal @r0  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @r1  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @ro  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @rw  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @h0  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.signal @h1  variable source_type !csim.packed<"", i1, 7, 0, unsigned> : i8
  csim.instance @"$u.u" "u" of @dut [0 = @clk, 1 = @we, 2 = @re, 3 = @wa, 4 = @ra, 5 = @wd, 6 = @mask, 7 = @r0, 8 = @r1, 9 = @ro, 10 = @rw, 11 = @h0, 12 = @h1]
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
    %4 = csim.extract %3 from 0 : i32 -> i1
    %5 = csim.load %0 : !csim.ref<i32>
    %c4_i32 = arith.constant 4 : i32
    %6 = arith.cmpi slt, %5, %c4_i32 : i32
    %7 = arith.ori %4, %6 : i1
    %8 = csim.addr @we : !csim.ref<i1>
    csim.store %7, %8 : !csim.ref<i1>
    %9 = csim.load %0 : !csim.ref<i32>
    %c9_i32 = arith.constant 9 : i32
    %10 = arith.cmpi ne, %9, %c9_i32 : i32
    %11 = csim.addr @re : !csim.ref<i1>
    csim.store %10, %11 : !csim.ref<i1>
    %12 = csim.load %0 : !csim.ref<i32>
    %c5_i32 = arith.constant 5 : i32
    %13 = csim.mod signed %12, %c5_i32 : i32
    %14 = arith.trunci %13 : i32 to i3
    %15 = csim.addr @wa : !csim.ref<i3>
    csim.store %14, %15 : !csim.ref<i3>
    %16 = csim.load %0 : !csim.ref<i32>
    %c3_i32 = arith.constant 3 : i32
    %17 = arith.addi %16, %c3_i32 : i32
    %c7_i32 = arith.constant 7 : i32
    %18 = csim.mod signed %17, %c7_i32 : i32
    %19 = arith.trunci %18 : i32 to i3
    %20 = csim.addr @ra : !csim.ref<i3>
    csim.store %19, %20 : !csim.ref<i3>
    %c17_i32 = arith.constant 17 : i32
    %21 = csim.load %0 : !csim.ref<i32>
    %22 = arith.muli %c17_i32, %21 : i32
    %23 = arith.trunci %22 : i32 to i8
    %24 = csim.addr @wd : !csim.ref<i8>
    csim.store %23, %24 : !csim.ref<i8>
    %25 = csim.load %0 : !csim.ref<i32>
    %c3_i32_0 = arith.constant 3 : i32
    %26 = csim.mod signed %25, %c3_i32_0 : i32
    %c1_i32 = arith.constant 1 : i32
    %27 = arith.addi %26, %c1_i32 : i32
    %28 = arith.trunci %27 : i32 to i2
    %29 = csim.addr @mask : !csim.ref<i2>
    csim.store %28, %29 : !csim.ref<i2>
    %c5_i32_1 = arith.constant 5 : i32
    %30 = arith.extsi %c5_i32_1 : i32 to i64
    csim.wait_delay %30
    %true = arith.constant true
    %31 = csim.addr @clk : !csim.ref<i1>
    csim.store %true, %31 : !csim.ref<i1>
    %c5_i32_2 = arith.constant 5 : i32
    %32 = arith.extsi %c5_i32_2 : i32 to i64
    csim.wait_delay %32
    %false = arith.constant false
    %33 = csim.addr @clk : !csim.ref<i1>
    csim.store %false, %33 : !csim.ref<i1>
    %34 = csim.load %0 : !csim.ref<i32>
    %35 = csim.addr @r0 : !csim.ref<i8>
    %36 = csim.load %35 : !csim.ref<i8>
    %37 = csim.addr @r1 : !csim.ref<i8>
    %38 = csim.load %37 : !csim.ref<i8>
    %39 = csim.addr @ro : !csim.ref<i8>
    %40 = csim.load %39 : !csim.ref<i8>
    %41 = csim.addr @rw : !csim.ref<i8>
    %42 = csim.load %41 : !csim.ref<i8>
    %43 = csim.addr @h0 : !csim.ref<i8>
    %44 = csim.load %43 : !csim.ref<i8>
    %45 = csim.addr @h1 : !csim.ref<i8>
    %46 = csim.load %45 : !csim.ref<i8>
    csim.syscall "$display"(%34, %36, %38, %40, %42, %44, %46 : i32, i8, i8, i8, i8, i8, i8) [#csim.arg<literal, text = "%0d: %h %h %h %h %h %h">, #csim.arg<bits, isSigned = true, type = !csim.packed<"int", i1, 31, 0, signed>>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @r0>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @r1>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @ro>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @rw>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @h0>, #csim.arg<bits, type = !csim.packed<"", i1, 7, 0, unsigned>, symbol = @h1>]
    %47 = csim.null : !csim.chandle
    cf.br ^bb3
  ^bb3:  // pred: ^bb2
    %48 = csim.load %0 : !csim.ref<i32>
    %c1_i32_3 = arith.constant 1 : i32
    %49 = arith.addi %48, %c1_i32_3 : i32
    csim.store %49, %0 : !csim.ref<i32>
    cf.br ^bb1
  ^bb4:  // pred: ^bb1
    csim.syscall "$finish"() []
    %50 = csim.null : !csim.chandle
    csim.halt
  }
}
csim.top "tb" of @tb
