// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK-LABEL: hw.module @registers
hw.module @registers(in %clk : !seq.clock, in %rst : i1, in %en : i1, in %d : i8) {
  // CHECK: [[INIT:%.+]] = seq.initial() {
  %init = seq.initial () {
    %0 = hw.constant 4 : i8
    // CHECK: seq.yield %{{.*}} : i8
    seq.yield %0 : i8
  // CHECK: } : () -> !seq.immutable<i8>
  } : () -> !seq.immutable<i8>
  // CHECK: [[NOW:%.+]] = seq.from_immutable [[INIT]] : (!seq.immutable<i8>) -> i8
  %now = seq.from_immutable %init : (!seq.immutable<i8>) -> i8
  // CHECK: %a = seq.compreg sym @s %d, %clk : i8
  %a = seq.compreg sym @s %d, %clk : i8
  // CHECK: %b = seq.compreg %d, %clk reset %rst, [[NOW]] initial [[INIT]] : i8
  %b = seq.compreg %d, %clk reset %rst, %now initial %init : i8
  // CHECK: %c = seq.compreg.ce %d, %clk, %en reset %rst, [[NOW]] : i8
  %c = seq.compreg.ce %d, %clk, %en reset %rst, %now : i8
  // CHECK: %e = seq.shiftreg[4] %d, %clk, %en reset %rst, [[NOW]] powerOn [[NOW]] : i8
  %e = seq.shiftreg[4] %d, %clk, %en reset %rst, %now powerOn %now : i8
  // CHECK: %f = seq.firreg %d clock %clk sym @f reset async %rst, [[NOW]] preset 200 : i8
  %f = seq.firreg %d clock %clk sym @f reset async %rst, %now preset 200 : i8
  // CHECK: seq.firreg %d clock %clk reset sync %rst, [[NOW]] {name = "g h"} : i8
  %g = seq.firreg %d clock %clk reset sync %rst, %now {name = "g h"} : i8
}

// CHECK-LABEL: hw.module @clocks
hw.module @clocks(in %clk : !seq.clock, in %a : i1) {
  // CHECK: seq.to_clock %a
  %0 = seq.to_clock %a
  // CHECK: seq.from_clock %clk
  %1 = seq.from_clock %clk
  // CHECK: seq.clock_gate %clk, %a, %a sym @gate
  %2 = seq.clock_gate %clk, %a, %a sym @gate
  // CHECK: seq.clock_mux %a, %clk, %clk
  %3 = seq.clock_mux %a, %clk, %clk
  // CHECK: seq.clock_div %clk by 2
  %4 = seq.clock_div %clk by 2
  // CHECK: seq.clock_inv %clk
  %5 = seq.clock_inv %clk
  // CHECK: seq.const_clock high
  %6 = seq.const_clock high
  // CHECK: hw.aggregate_constant [#seq<clock_constant low> : !seq.clock] : !hw.array<1x!seq.clock>
  %7 = hw.aggregate_constant [#seq<clock_constant low>] : !hw.array<1x!seq.clock>
}

// CHECK-LABEL: hw.module @memories
hw.module @memories(in %clk : !seq.clock, in %a : i1, in %i : i4, in %d : i8, in %m : i2) {
  // CHECK: %mem = seq.firmem 1, 1, old, port_order {init = #seq.firmem.init<"a.mem", true, false>} : <12 x 8, mask 2>
  %mem = seq.firmem 1, 1, old, port_order {init = #seq.firmem.init<"a.mem", true, false>} : <12 x 8, mask 2>
  // CHECK: seq.firmem.read_port %mem[%i], clock %clk enable %a : <12 x 8, mask 2>
  %0 = seq.firmem.read_port %mem[%i], clock %clk enable %a : <12 x 8, mask 2>
  // CHECK: seq.firmem.write_port %mem[%i] = %d, clock %clk enable %a mask %m : <12 x 8, mask 2>, i2
  seq.firmem.write_port %mem[%i] = %d, clock %clk enable %a mask %m : <12 x 8, mask 2>, i2
  // CHECK: seq.firmem.read_write_port %mem[%i] = %d if %a, clock %clk : <12 x 8, mask 2>
  %1 = seq.firmem.read_write_port %mem[%i] = %d if %a, clock %clk : <12 x 8, mask 2>
  // CHECK: %hl = seq.hlmem @hl %clk, %a : <16x4xi8>
  %hl = seq.hlmem @hl %clk, %a : <16x4xi8>
  // CHECK: %hl_rdata = seq.read %hl[%i, %m] rden %a {latency = 1 : i64} : !seq.hlmem<16x4xi8>
  %2 = seq.read %hl[%i, %m] rden %a {latency = 1} : !seq.hlmem<16x4xi8>
  // CHECK: seq.write %hl[%i, %m] %d wren %a {latency = 1 : i64} : !seq.hlmem<16x4xi8>
  seq.write %hl[%i, %m] %d wren %a {latency = 1} : !seq.hlmem<16x4xi8>
  // CHECK: %out, %full, %empty, %almostFull = seq.fifo depth 4 rd_latency 1 almost_full 3 in %d rdEn %a wrEn %a clk %clk rst %a : i8
  %3:4 = seq.fifo depth 4 rd_latency 1 almost_full 3 in %d rdEn %a wrEn %a clk %clk rst %a : i8
}
