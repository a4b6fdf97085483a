// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

func.func @resets(%arg0: i1) {
  // expected-error @+1 {{expected keyword "async" or "sync"}}
  %0 = verif.has_been_reset %arg0, later %arg0
  return
}

// -----

// expected-error @+1 {{'verif.require' op expects parent op 'verif.contract'}}
"verif.require"(%0) {operandSegmentSizes = array<i32: 1, 0>} : (i1) -> ()
%0 = hw.constant true

// -----

// expected-error @+1 {{types of the yielded values of both regions must match}}
verif.lec first {
^bb0(%arg0: i8, %arg1: i1):
  verif.yield %arg0 : i8
} second {
^bb0(%arg0: i8, %arg1: i1):
  verif.yield %arg1 : i1
}

// -----

// expected-error @+1 {{must have two block arguments}}
verif.simulation @Run {} {
  %0 = hw.constant true
  verif.yield %0, %0 : i1, i1
}
