// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

func.func @main() {
  // expected-error @below {{model not found}}
  arc.sim.instantiate @dut as %m {
  }
  return
}

// -----

hw.module @dut(in %a : i8, out b : i8) {
  hw.output %a : i8
}
func.func @main(%v : i8, %w : i9) {
  arc.sim.instantiate @dut as %m {
    // expected-error @below {{port "b" is not an input}}
    arc.sim.set_input %m, "b" = %v : i8, !arc.sim.instance<@dut>
  }
  return
}

// -----

hw.module @dut(in %a : i8, out b : i8) {
  hw.output %a : i8
}
func.func @main(%v : i8, %w : i9) {
  arc.sim.instantiate @dut as %m {
    // expected-error @below {{mismatched types between value and model port, port expects 'i8'}}
    arc.sim.set_input %m, "a" = %w : i9, !arc.sim.instance<@dut>
  }
  return
}

// -----

hw.module @dut(in %a : i8, out b : i8) {
  hw.output %a : i8
}
func.func @main(%v : i8, %w : i9) {
  arc.sim.instantiate @dut as %m {
    // expected-error @below {{port not found on model: "c"}}
    %0 = arc.sim.get_port %m, "c" : i8, !arc.sim.instance<@dut>
  }
  return
}
