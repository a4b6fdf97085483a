// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

func.func @types(%arg0: i8) {
  // expected-error @+1 {{number of fields and types must match}}
  %0 = dbg.struct {"x": %arg0, "y": %arg0} : i8
  return
}

// -----

func.func @wrapped(%arg0: i8) -> !dbg.value {
  // expected-error @+1 {{must only be used as an operand of dbg.variable, dbg.struct, or dbg.array}}
  %0 = dbg.value %arg0 : i8
  return %0 : !dbg.value
}

// -----

func.func @twice(%arg0: i8) {
  // expected-error @+1 {{duplicate enum value 1}}
  %0 = dbg.enum %arg0, "E", {A = 1 : i8, B = 1 : i8} : i8
  return
}

// -----

func.func @none(%arg0: i8) {
  // expected-error @+1 {{variantsMap must not be empty}}
  %0 = dbg.enum %arg0, "E", {} : i8
  return
}
