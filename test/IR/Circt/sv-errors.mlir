// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

hw.module @m() {
  // expected-error @below {{references an undefined symbol: @NO}}
  sv.ifdef @NO { }
}

// -----

hw.module @m(in %a : i1) {
  %w = sv.wire : !hw.inout<i1>
  sv.initial {
    // expected-error @below {{Verilog disallows procedural assignment to a net type}}
    sv.bpassign %w, %a : i1
  }
}

// -----

hw.module @m(in %a : i8) {
  sv.initial {
    // expected-error @+2 {{unexpected case bit '2'}}
    sv.case %a : i8
    case b012: { }
  }
}

// -----

hw.module @m(in %a : i1) {
  // expected-error @below {{must not be in a non-procedural region}}
  sv.if %a { }
}
