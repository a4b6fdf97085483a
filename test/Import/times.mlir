// A decimal of width 20 padded by zeros prints without padding if it comes from the time; and
// signals that are written with the type of the signal.
// RUN: %run-tiers --quiet %s | FileCheck %s

// CHECK: [3]
// CHECK-NEXT: [00000000000000000007]
// CHECK-NEXT: [42]

hw.module @top() {
  %c0 = hw.constant 0 : i8
  %c42 = hw.constant 42 : i8
  %s = llhd.sig name "s" %c0 : i8
  %p = llhd.prb %s : !hw.inout<i8>
  llhd.process {
    %t3 = llhd.constant_time <3ns, 0d, 0e>
    %t0 = llhd.constant_time <0ns, 0d, 1e>
    llhd.drv %s, %c42 after %t0 : !hw.inout<i8>
    llhd.wait delay %t3, ^bb1
  ^bb1:
    %open = sim.fmt.literal "["
    %close = sim.fmt.literal "]\n"
    %now = llhd.current_time
    %fs = llhd.time_to_int %now
    %unit = hw.constant 1000000 : i64
    %ns = comb.divu %fs, %unit : i64
    %f = sim.fmt.dec %ns paddingChar 48 specifierWidth 20 : i64
    %all = sim.fmt.concat (%open, %f, %close)
    sim.proc.print %all
    %c7 = hw.constant 7 : i64
    %g = sim.fmt.dec %c7 paddingChar 48 specifierWidth 20 : i64
    %other = sim.fmt.concat (%open, %g, %close)
    sim.proc.print %other
    %h = sim.fmt.dec %p specifierWidth 0 : i8
    %last = sim.fmt.concat (%open, %h, %close)
    sim.proc.print %last
    llhd.halt
  }
}
