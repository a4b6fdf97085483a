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

// -----

sv.func private @f(in %a : i1, out r : i1)
hw.module @m(in %a : i1) {
  // expected-error @below {{function called in a non-procedural region must return a single result}}
  %0 = sv.func.call @f(%a) : (i1) -> i1
}

// -----

sv.func @f(in %a : i1, out r : i2) {
  // expected-error @below {{output types must match function. In operand 0, expected 'i2', but got 'i1'}}
  sv.return %a : i1
}

// -----

sv.func @f() {
  sv.return
}
// expected-error @below {{imported function must be a declaration but 'f' is defined}}
sv.func.dpi.import @f

// -----

hw.module @m() {
  sv.generate "g" : {
    // expected-error @below {{caseNames must be unique}}
    sv.generate.case 1 : i8 [
      case (0, "a") { }
      case (1, "a") { }
    ]
  }
}
