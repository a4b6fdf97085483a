// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{Illegal time unit.}}
%0 = llhd.constant_time <1min, 0d, 0e>

// -----

hw.module @Foo(in %a : i8) {
  llhd.process {
    // expected-error @+1 {{'llhd.halt' op has 1 yield operands, but enclosing 'llhd.process' returns 0}}
    llhd.halt %a : i8
  }
}

// -----

func.func @index(%arg0: !llhd.ref<!hw.array<8xi4>>, %arg1: i4) {
  // expected-error @+1 {{Index width should be exactly clog2 (size of array)}}
  "llhd.sig.array_get"(%arg0, %arg1) : (!llhd.ref<!hw.array<8xi4>>, i4) -> !llhd.ref<i4>
  return
}

// -----

func.func @field(%arg0: !llhd.ref<!hw.struct<a: i3>>) {
  // expected-error @+1 {{invalid field name specified}}
  llhd.sig.struct_extract %arg0["b"] : <!hw.struct<a: i3>>
  return
}

// -----

hw.module @Bar(in %a : i8) {
  llhd.process {
    // expected-error @+1 {{type mismatch for bb argument #0 of successor #0}}
    llhd.wait ^bb1(%a : i8)
  ^bb1(%0: i1):
    llhd.halt
  }
}

// -----

// expected-error @+1 {{'llhd.call_coroutine' op has 0 operands, but callee expects 1}}
llhd.call_coroutine @task() : () -> ()
llhd.coroutine @task(%arg0: i8) {
  llhd.return
}
