// Structured control flow in bodies of one block, strings, and contracts.
// RUN: echo "@1 0b 0c" > %t.mem && sed s,MEMORY,%t.mem, %s > %t.mlir
// RUN: %run-tiers --quiet %t.mlir | FileCheck %s

// CHECK: sum=10 big
// CHECK-NEXT: abc 6382179 mem=0b

hw.module @top() {
  %false = hw.constant false
  %true = hw.constant true
  %c0 = hw.constant 0 : i32
  %c5 = hw.constant 5 : i32
  %clk = llhd.sig name "clk" %false : i1
  %t = llhd.constant_time <1ns, 0d, 0e>
  llhd.drv %clk, %true after %t : i1
  %c = llhd.prb %clk : i1
  %five = verif.contract %c5 : i32 {
    %ok = comb.icmp eq %five, %c5 : i32
    verif.ensure %ok : i1
  }
  hw.triggered posedge %c (%five, %c0) : i32, i32 {
  ^bb0(%n : i32, %zero : i32):
    %lb = arith.constant 0 : index
    %step = arith.constant 1 : index
    %ub = arith.index_cast %n : i32 to index
    %sum = scf.for %i = %lb to %ub step %step iter_args(%s = %zero) -> (i32) {
      %x = arith.index_cast %i : index to i32
      %next = arith.addi %s, %x : i32
      scf.yield %next : i32
    }
    %c8 = arith.constant 8 : i32
    %isBig = arith.cmpi ugt, %sum, %c8 : i32
    %l = sim.fmt.literal "sum="
    %f = sim.fmt.dec %sum specifierWidth 0 : i32
    %all = sim.fmt.concat (%l, %f)
    sim.proc.print %all
    scf.if %isBig {
      %big = sim.fmt.literal " big\n"
      sim.proc.print %big
    } else {
      %small = sim.fmt.literal " small\n"
      sim.proc.print %small
    }
    %abc = hw.constant 0x616263 : i24
    %text = sim.string.int_to_string %abc : i24
    %back = sim.string.string_to_int %text : i32
    %ft = sim.fmt.string %text : !sim.dstring
    %sp = sim.fmt.literal " "
    %fb = sim.fmt.dec %back specifierWidth 0 : i32
    %file = sim.string.literal "MEMORY"
    %memory = hw.aggregate_constant [1 : i8, 2 : i8, 3 : i8, 4 : i8] : !hw.array<4xi8>
    %null = sim.string.literal "/dev/null"
    %fd0 = sim.sv.fopen %null mode = w
    %stream = sim.sv.channel_to_output_stream %fd0
    %content = sim.fmt.literal "@1 0b 0c\n"
    sim.proc.print %content to %stream
    sim.sv.fclose %fd0
    %read = sim.sv.readmem %file, %memory {dimDescending = array<i1: false>, dimLows = array<i64: 0>} : !hw.array<4xi8>
    %one = hw.constant 1 : i2
    %word = hw.array_get %read[%one] : !hw.array<4xi8>, i2
    %ml = sim.fmt.literal " mem="
    %fm = sim.fmt.hex %word, isUpper false : i8
    %nl = sim.fmt.literal "\n"
    %line = sim.fmt.concat (%ft, %sp, %fb, %ml, %fm, %nl)
    sim.proc.print %line
  }
}
