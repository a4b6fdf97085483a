// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

hw.module @dut(in %a : i8, in %c : !seq.clock, out b : i8) {
  hw.output %a : i8
}
// CHECK-LABEL: func.func @main
func.func @main(%t : i64, %v : i8, %k : i1) {
  // CHECK: arc.sim.instantiate @dut as %[[M:.*]] runtime @rt("debug") {
  arc.sim.instantiate @dut as %m runtime @rt("debug") {
    // CHECK: arc.sim.set_time %[[M]], %{{.*}} : !arc.sim.instance<@dut>
    arc.sim.set_time %m, %t : !arc.sim.instance<@dut>
    // CHECK: arc.sim.set_input %[[M]], "a" = %{{.*}} : i8, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "a" = %v : i8, !arc.sim.instance<@dut>
    arc.sim.set_input %m, "c" = %k : i1, !arc.sim.instance<@dut>
    // CHECK: arc.sim.step %[[M]] : !arc.sim.instance<@dut>
    arc.sim.step %m : !arc.sim.instance<@dut>
    // CHECK: arc.sim.step %[[M]] by %{{.*}} : !arc.sim.instance<@dut>
    arc.sim.step %m by %t : !arc.sim.instance<@dut>
    // CHECK: %[[R:.*]] = arc.sim.get_port %[[M]], "b" : i8, !arc.sim.instance<@dut>
    %r = arc.sim.get_port %m, "b" : i8, !arc.sim.instance<@dut>
    // CHECK: arc.sim.emit "result", %[[R]] : i8
    arc.sim.emit "result", %r : i8
  }
  return
}
