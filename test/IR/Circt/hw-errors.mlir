// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

// expected-error @below {{unknown port direction 'inward'}}
hw.module @m(inward %a : i1) { }

// -----

// expected-error @below {{'hw.output' op must have same number of operands as region results.}}
hw.module @m(out a : i1) { }

// -----

hw.module @m(in %a : i1) {
  // expected-error @below {{Cannot find module definition 'n'}}
  hw.instance "x" @n() -> ()
}

// -----

// expected-note @below {{module declared here}}
hw.module.extern @n(in %b : i1)
hw.module @m(in %a : i1) {
  // expected-error @below {{'hw.instance' op input label #0 must be "b", but got "a"}}
  hw.instance "x" @n(a: %a: i1) -> ()
}

// -----

// expected-note @below {{module declared here}}
hw.module.extern @n<W: i32>(in %b : !hw.int<#hw.param.decl.ref<"W">>)
hw.module @m(in %a : i1) {
  // expected-error @below {{'hw.instance' op operand type #0 must be 'i4', but got 'i1'}}
  hw.instance "x" @n<W: i32 = 4>(b: %a: i1) -> ()
}

// -----

hw.module @m(in %a : i1) {
  %0 = hw.wire %a sym @x : i1
  // expected-error @below {{redefinition of inner symbol named 'x'}}
  %1 = hw.wire %a sym @x : i1
}
// expected-note @-4 {{see existing inner symbol definition here}}

// -----

hw.module @m(in %a : !hw.array<5xi1>, in %i : i2) {
  // expected-error @below {{index bit width equals ceil(log2(length(input)))}}
  %0 = hw.array_get %a[%i] : !hw.array<5xi1>, i2
}

// -----

hw.module @m(in %a : !hw.struct<f: i1>) {
  // expected-error @below {{field name 'g' not found in aggregate type}}
  %0 = hw.struct_extract %a["g"] : !hw.struct<f: i1>
}

// -----

hw.module @m(in %a : i8) {
  // expected-error @below {{Bitwidth of input must match result}}
  %0 = hw.bitcast %a : (i8) -> !hw.array<3xi2>
}

// -----

// expected-error @below {{Ports cannot be inout types}}
hw.module @m(in %a : !hw.inout<i1>) { }

// -----

// expected-error @below {{custom op 'hw.nothing' is unknown}}
hw.nothing

// -----

// expected-error @below {{Dialect `nothing' not found for custom op 'nothing.here'}}
// expected-note @below {{Available dialects}}
nothing.here
