// A file without modules runs its public functions that nobody calls; each is a top of its own.
// Formats, strings and streams of sim in functions; structured control flow.
// RUN: %run-tiers --extended %s | FileCheck %s
// RUN: %circt-sim --top helper %s 2>&1 | FileCheck %s --check-prefix=HELPER
// RUN: %not 2 %circt-sim --top needs %s 2>&1 | FileCheck %s --check-prefix=NEEDS
// CHECK: [  5|5|05|000101|7B|b]
// CHECK-NEXT: len 5, e, less
// CHECK-NEXT: sum 45
// CHECK-NEXT: 3 from the helper
// HELPER: 7 from the helper
// NEEDS: entry point 'needs' must have no arguments

func.func @first() {
  %open = sim.fmt.literal "["
  %bar = sim.fmt.literal "|"
  %close = sim.fmt.literal "]\n"
  %c5 = hw.constant 5 : i8
  %c5_6 = hw.constant 5 : i6
  %c7b = hw.constant 123 : i8
  %c11 = hw.constant 11 : i4
  %d = sim.fmt.dec %c5 : i8
  %d0 = sim.fmt.dec %c5 specifierWidth 0 : i8
  %h = sim.fmt.hex %c5, isUpper false : i8
  %b = sim.fmt.bin %c5_6 : i6
  %u = sim.fmt.hex %c7b, isUpper true : i8
  %l = sim.fmt.hex %c11, isUpper false specifierWidth 0 : i4
  %all = sim.fmt.concat (%open, %d, %bar, %d0, %bar, %h, %bar, %b, %bar, %u, %bar, %l, %close)
  sim.proc.print %all

  %hello = sim.string.literal "hello"
  %help = sim.string.literal "help!"
  %n = sim.string.length %hello
  %i1 = hw.constant 1 : i32
  %ch = sim.string.get %hello[%i1]
  %less = sim.string.cmp gt %help, %hello : !sim.dstring
  scf.if %less {
    %tl = sim.fmt.literal "len "
    %fn = sim.fmt.dec %n specifierWidth 0 : i64
    %comma = sim.fmt.literal ", "
    %fc = sim.fmt.char %ch : i8
    %te = sim.fmt.literal ", less\n"
    %line = sim.fmt.concat (%tl, %fn, %comma, %fc, %te)
    sim.proc.print %line
  }
  %zero = arith.constant 0 : index
  %ten = arith.constant 10 : index
  %one = arith.constant 1 : index
  %start = arith.constant 0 : i32
  %sum = scf.for %i = %zero to %ten step %one iter_args(%acc = %start) -> (i32) {
    %v = arith.index_cast %i : index to i32
    %next = arith.addi %acc, %v : i32
    scf.yield %next : i32
  }
  %ts = sim.fmt.literal "sum "
  %fs = sim.fmt.dec %sum specifierWidth 0 : i32
  %nl = sim.fmt.literal "\n"
  %s = sim.fmt.concat (%ts, %fs, %nl)
  sim.proc.print %s
  %three = hw.constant 3 : i8
  func.call @say(%three) : (i8) -> ()
  return
}
func.func private @say(%n: i8) {
  %v = sim.fmt.dec %n specifierWidth 0 : i8
  %t = sim.fmt.literal " from the helper\n"
  %all = sim.fmt.concat (%v, %t)
  sim.proc.print %all
  return
}
func.func private @helper() {
  %seven = hw.constant 7 : i8
  func.call @say(%seven) : (i8) -> ()
  return
}
func.func private @needs(%x: i8) {
  return
}
