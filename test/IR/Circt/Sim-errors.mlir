// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

hw.module @structure() {
  // expected-error @+1 {{must not be in a non-procedural region}}
  sim.pause quiet
}

// -----

hw.module @cycle(in %a : !sim.fstring) {
  // expected-error @+1 {{op is infinitely recursive.}}
  %0 = sim.fmt.concat (%a, %0)
}

// -----

// expected-error @+1 {{'return' argument must be the last argument}}
sim.func.dpi @first(return r : i1, in %a : i1)

// -----

// expected-error @+1 {{expected DPI argument direction keyword}}
sim.func.dpi @direction(input %a : i1)

// -----

// expected-error @+1 {{'ref' arguments must use !llvm.ptr type}}
sim.func.dpi @address(ref %a : i1)

// -----

sim.func.dpi @f(in %a : i1)
func.func @call(%arg0: i2) {
  // expected-error @+1 {{operand type mismatch: expected 'i1', but got 'i2'}}
  sim.func.dpi.call @f(%arg0) : (i2) -> ()
  return
}

// -----

sim.func.dpi @f(in %a : i1)
func.func @count() {
  // expected-error @+1 {{expects 1 DPI operands, but got 0}}
  sim.func.dpi.call @f() : () -> ()
  return
}

// -----

func.func @none() {
  // expected-error @+1 {{cannot find function declaration 'g'}}
  sim.func.dpi.call @g() : () -> ()
  return
}

// -----

func.func @element(%arg0: !sim.queue<i8, 0>, %arg1: !sim.queue<i9, 0>) {
  // expected-error @+1 {{sim::Queue element type 'i9' doesn't match result sim::Queue element type 'i8'}}
  %0 = sim.queue.concat (%arg0, %arg1) : (!sim.queue<i8, 0>, !sim.queue<i9, 0>) <i8, 0>
  return
}

// -----

func.func @slice(%arg0: !sim.dstring, %arg1: !hw.array<4xi8>) {
  // expected-error @+1 {{'dimLows' and 'dimDescending' must have one entry per unpacked dimension}}
  %0 = sim.sv.readmem %arg0, %arg1 {dimDescending = array<i1>, dimLows = array<i64: 0>} : !hw.array<4xi8>
  return
}
