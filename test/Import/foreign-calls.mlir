// Functions of the file behind imported C functions.
// RUN: %run-tiers %s --top main | FileCheck %s

// CHECK: comb = 0005
// CHECK-NEXT: reg = 0000
// CHECK-NEXT: reg = 0005
// CHECK-NEXT: reg = 0007
// CHECK-NEXT: kept = 0007
// CHECK-NEXT: both 3 12
// CHECK-NEXT: not called 0

sim.func.dpi @add(in %a : i16, in %b : i16, out c : i16) attributes {verilogName = "add_in_c"}
func.func private @add_in_c(%a: i16, %b: i16, %c: !llvm.ptr) {
  %0 = arith.addi %a, %b : i16
  llvm.store %0, %c : i16, !llvm.ptr
  return
}
// Counts down and up again through the pointer.
sim.func.dpi @both(inout %x : i32, in %by : i32, return r : i32) attributes {verilogName = "both_in_c"}
func.func private @both_in_c(%x: !llvm.ptr, %by: i32) -> i32 {
  %old = llvm.load %x : !llvm.ptr -> i32
  %new = arith.addi %old, %by : i32
  llvm.store %new, %x : i32, !llvm.ptr
  %again = llvm.load %x : !llvm.ptr -> i32
  return %again : i32
}
func.func private @plain(%x: i16) -> i16 {
  return %x : i16
}

hw.module @dut(in %clk : i1, in %en : i1, in %a : i16, in %b : i16, out now : i16, out later : i16) {
  %clock = seq.to_clock %clk
  %now = sim.func.dpi.call @add(%a, %b) : (i16, i16) -> i16
  %same = sim.func.dpi.call @plain(%now) : (i16) -> i16
  %later = sim.func.dpi.call @add(%a, %b) clock %clock enable %en : (i16, i16) -> i16
  hw.output %same, %later : i16, i16
}

func.func @main() {
  %zero = arith.constant 0 : i1
  %one = arith.constant 1 : i1
  %c2 = arith.constant 2 : i16
  %c3 = arith.constant 3 : i16
  %c4 = arith.constant 4 : i16
  arc.sim.instantiate @dut as %m {
    arc.sim.set_input %m, "a" = %c2 : i16, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "b" = %c3 : i16, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "en" = %one : i1, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    %0 = arc.sim.get_port %m, "now" : i16, !arc.sim.instance<@dut>
    arc.sim.emit "comb", %0 : i16
    %1 = arc.sim.get_port %m, "later" : i16, !arc.sim.instance<@dut>
    arc.sim.emit "reg", %1 : i16
    arc.sim.set_input %m, "clk" = %one : i1, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    %2 = arc.sim.get_port %m, "later" : i16, !arc.sim.instance<@dut>
    arc.sim.emit "reg", %2 : i16
    arc.sim.set_input %m, "clk" = %zero : i1, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "a" = %c4 : i16, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    arc.sim.set_input %m, "clk" = %one : i1, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    %3 = arc.sim.get_port %m, "later" : i16, !arc.sim.instance<@dut>
    arc.sim.emit "reg", %3 : i16
    arc.sim.set_input %m, "clk" = %zero : i1, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "en" = %zero : i1, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "a" = %c2 : i16, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    arc.sim.set_input %m, "clk" = %one : i1, !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    %4 = arc.sim.get_port %m, "later" : i16, !arc.sim.instance<@dut>
    arc.sim.emit "kept", %4 : i16
  }
  %c5 = arith.constant 5 : i32
  %c7 = arith.constant 7 : i32
  %x, %r = sim.func.dpi.call @both(%c5, %c7) : (i32, i32) -> (i32, i32)
  %three = arith.constant 3 : i32
  %l = sim.fmt.literal "both "
  %s = sim.fmt.literal " "
  %f0 = sim.fmt.dec %three specifierWidth 0 : i32
  %f1 = sim.fmt.dec %x specifierWidth 0 : i32
  %nl = sim.fmt.literal "\n"
  %all = sim.fmt.concat (%l, %f0, %s, %f1, %nl)
  %same = arith.cmpi eq, %x, %r : i32
  scf.if %same {
    sim.proc.print %all
  }
  %y, %q = sim.func.dpi.call @both(%c5, %c7) enable %zero : (i32, i32) -> (i32, i32)
  %l2 = sim.fmt.literal "not called "
  %f2 = sim.fmt.dec %q specifierWidth 0 : i32
  %all2 = sim.fmt.concat (%l2, %f2, %nl)
  sim.proc.print %all2
  return
}
