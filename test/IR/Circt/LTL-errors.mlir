// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

func.func @sequenceOfProperty(%arg0: !ltl.property) {
  // expected-error @+1 {{operand #0 must be 1-bit signless integer or LTL sequence type, but got '!ltl.property'}}
  %0 = ltl.delay %arg0, 1 : !ltl.property
  return
}

// -----

func.func @joined(%arg0: i1, %arg1: !ltl.sequence) {
  // expected-error @+2 {{inferred type(s) '!ltl.sequence' are incompatible}}
  // expected-error @+1 {{failed to infer returned types}}
  %0 = "ltl.and"(%arg0, %arg1) : (i1, !ltl.sequence) -> i1
  return
}

// -----

func.func @edge(%arg0: i1) {
  // expected-error @+1 {{expected string or keyword containing one of the following enum values for attribute 'edge' [posedge, negedge, edge]}}
  %0 = ltl.clock %arg0, rising %arg0 : i1
  return
}
