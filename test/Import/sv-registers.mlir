// Registers and memories as statements: edges, enables, resets, conditions, parts.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: 0: plain=0 en=0 sync=7 async=5 neg=0 part=00 mem=0 case=0
// CHECK-NEXT: 1: plain=1 en=0 sync=8 async=6 neg=1 part=01 mem=1 case=1
// CHECK-NEXT: 2: plain=2 en=1 sync=9 async=7 neg=2 part=21 mem=2 case=3
// CHECK-NEXT: 3: plain=3 en=1 sync=10 async=8 neg=3 part=23 mem=3 case=0
// CHECK-NEXT: 4: plain=4 en=2 sync=11 async=9 neg=4 part=43 mem=4 case=1
// CHECK-NEXT: 5: plain=5 en=2 sync=12 async=10 neg=5 part=45 mem=5 case=3
// CHECK-NEXT: reset: 5

hw.module @dut(in %clk : i1, in %rst : i1, out plain : i8, out en : i8, out sync : i8,
               out async : i8, out neg : i8, out part : i8, out mem : i8, out cas : i8) {
  %c1 = hw.constant 1 : i8
  %c5 = hw.constant 5 : i8
  %c7 = hw.constant 7 : i8
  %c0_i3 = hw.constant 0 : i3
  %c4_i3 = hw.constant 4 : i3
  %true = hw.constant true

  %r0 = sv.reg : !hw.inout<i8>
  %0 = sv.read_inout %r0 : !hw.inout<i8>
  %n0 = comb.add %0, %c1 : i8
  sv.alwaysff(posedge %clk) {
    sv.passign %r0, %n0 : i8
  }

  %odd = comb.extract %0 from 0 : (i8) -> i1
  %r1 = sv.reg : !hw.inout<i8>
  %1 = sv.read_inout %r1 : !hw.inout<i8>
  sv.always posedge %clk {
    sv.if %odd {
      %n = comb.add %1, %c1 : i8
      sv.passign %r1, %n : i8
    }
  }

  %r2 = sv.reg init %c7 : !hw.inout<i8>
  %2 = sv.read_inout %r2 : !hw.inout<i8>
  %n2 = comb.add %2, %c1 : i8
  sv.alwaysff(posedge %clk) {
    sv.passign %r2, %n2 : i8
  } (syncreset : posedge %rst) {
    sv.passign %r2, %c7 : i8
  }

  %r3 = sv.reg : !hw.inout<i8>
  %3 = sv.read_inout %r3 : !hw.inout<i8>
  %n3 = comb.add %3, %c1 : i8
  %rstn = comb.xor %rst, %true : i1
  sv.alwaysff(posedge %clk) {
    sv.passign %r3, %n3 : i8
  } (asyncreset : negedge %rstn) {
    sv.passign %r3, %c5 : i8
  }

  %r4 = sv.reg : !hw.inout<i8>
  %4 = sv.read_inout %r4 : !hw.inout<i8>
  sv.always negedge %clk {
    sv.passign %r4, %0 : i8
  }

  // Halves of one register.
  %r5 = sv.reg : !hw.inout<i8>
  %5 = sv.read_inout %r5 : !hw.inout<i8>
  %half = comb.extract %0 from 0 : (i8) -> i4
  %inc = comb.extract %n0 from 0 : (i8) -> i4
  %lo = sv.indexed_part_select_inout %r5[%c0_i3 : 4] : !hw.inout<i8>, i3
  sv.always posedge %clk {
    sv.if %odd {
      %hi = sv.indexed_part_select_inout %r5[%c4_i3 : 4] : !hw.inout<i8>, i3
      sv.passign %hi, %inc : i4
    } else {
      sv.passign %lo, %inc : i4
    }
  }

  // A memory.
  %m = sv.reg : !hw.inout<uarray<16xi8>>
  %slot = sv.array_index_inout %m[%half] : !hw.inout<uarray<16xi8>>, i4
  %6 = sv.read_inout %slot : !hw.inout<i8>
  sv.always posedge %clk {
    %next = sv.array_index_inout %m[%inc] : !hw.inout<uarray<16xi8>>, i4
    sv.passign %next, %n0 : i8
  }

  %r7 = sv.reg : !hw.inout<i8>
  %7 = sv.read_inout %r7 : !hw.inout<i8>
  %sel = comb.extract %7 from 0 : (i8) -> i2
  sv.always posedge %clk {
    sv.case casez %sel : i2
    case b00: {
      sv.passign %r7, %c1 : i8
    }
    case bz1: {
      %c3 = hw.constant 3 : i8
      %is3 = comb.icmp eq %sel, %sel3 : i2
      sv.if %is3 {
        %c0 = hw.constant 0 : i8
        sv.passign %r7, %c0 : i8
      } else {
        sv.passign %r7, %c3 : i8
      }
    }
    default: {
      sv.passign %r7, %c7 : i8
    }
  }
  %sel3 = hw.constant 3 : i2
  hw.output %0, %1, %2, %3, %4, %5, %6, %7 : i8, i8, i8, i8, i8, i8, i8, i8
}

hw.module @tb() {
  %clk = llhd.sig name "clk" %false : i1
  %rst = llhd.sig name "rst" %false : i1
  %false = hw.constant false
  %true = hw.constant true
  %c = llhd.prb %clk : i1
  %r = llhd.prb %rst : i1
  %o:8 = hw.instance "dut" @dut(clk: %c: i1, rst: %r: i1) -> (plain: i8, en: i8, sync: i8, async: i8,
                                                 neg: i8, part: i8, mem: i8, cas: i8)
  llhd.process {
    %c0 = arith.constant 0 : i32
    %c1 = arith.constant 1 : i32
    %c6 = arith.constant 6 : i32
    %t1 = llhd.constant_time <1ns, 0d, 0e>
    %t0 = llhd.constant_time <0ns, 0d, 1e>
    llhd.drv %rst, %true after %t0 : i1
    llhd.wait delay %t1, ^begin
  ^begin:
    llhd.drv %rst, %false after %t0 : i1
    llhd.wait delay %t1, ^loop(%c0 : i32)
  ^loop(%i : i32):
    %f0 = sim.fmt.dec %i specifierWidth 0 : i32
    %a0 = sim.fmt.literal ": plain="
    %f1 = sim.fmt.dec %o#0 specifierWidth 0 : i8
    %a1 = sim.fmt.literal " en="
    %f2 = sim.fmt.dec %o#1 specifierWidth 0 : i8
    %a2 = sim.fmt.literal " sync="
    %f3 = sim.fmt.dec %o#2 specifierWidth 0 : i8
    %a3 = sim.fmt.literal " async="
    %f4 = sim.fmt.dec %o#3 specifierWidth 0 : i8
    %a4 = sim.fmt.literal " neg="
    %f5 = sim.fmt.dec %o#4 specifierWidth 0 : i8
    %a5 = sim.fmt.literal " part="
    %f6 = sim.fmt.hex %o#5, isUpper false : i8
    %a6 = sim.fmt.literal " mem="
    %f7 = sim.fmt.dec %o#6 specifierWidth 0 : i8
    %a7 = sim.fmt.literal " case="
    %f8 = sim.fmt.dec %o#7 specifierWidth 0 : i8
    %nl = sim.fmt.literal "\n"
    %all = sim.fmt.concat (%f0, %a0, %f1, %a1, %f2, %a2, %f3, %a3, %f4, %a4, %f5, %a5, %f6, %a6, %f7, %a7, %f8, %nl)
    sim.proc.print %all
    llhd.drv %clk, %true after %t0 : i1
    llhd.wait delay %t1, ^fall
  ^fall:
    llhd.drv %clk, %false after %t0 : i1
    llhd.wait delay %t1, ^next
  ^next:
    %n = arith.addi %i, %c1 : i32
    %more = arith.cmpi slt, %n, %c6 : i32
    cf.cond_br %more, ^loop(%n : i32), ^end
  ^end:
    llhd.drv %rst, %true after %t0 : i1
    llhd.wait delay %t1, ^last
  ^last:
    %l = sim.fmt.literal "reset: "
    %fl = sim.fmt.dec %o#3 specifierWidth 0 : i8
    %nl2 = sim.fmt.literal "\n"
    %all2 = sim.fmt.concat (%l, %fl, %nl2)
    sim.proc.print %all2
    llhd.halt
  }
}
