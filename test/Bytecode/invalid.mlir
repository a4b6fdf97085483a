// RUN: %circt-sim-opt %s -dump-bytecode -split-input-file -verify-diagnostics -o /dev/null

csim.module module @m { csim.func @f() {
  // expected-error @below {{unsupported: $nosuch (IEEE 1800-2023 clauses 20, 21)}}
  csim.syscall "$nosuch"() []
  csim.return
} }

// -----

csim.module module @m { csim.func @f() {
  // expected-error @below {{names the unknown runtime function 'nosuch'}}
  csim.rt "nosuch"() : () -> ()
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i8, %b: i8) -> i8 {
  // expected-error @below {{no bytecode for 'arith.maxsi'}}
  %0 = arith.maxsi %a, %b : i8
  csim.return %0 : i8
} }

// -----

csim.module module @m { csim.func @f(%a: i100) {
  // expected-error @below {{switch over more than 64 bits}}
  cf.switch %a : i100, [default: ^d, 1: ^d]
^d:
  csim.return
} }

// -----

csim.module module @m {
csim.func @f() attributes {fid = 0 : i32} { csim.return }
// expected-error @below {{wants the FuncId 0, which is taken}}
csim.func @g() attributes {fid = 0 : i32} { csim.return }
}

// -----

csim.module module @m {
csim.signal @mem variable : !csim.uarray<4 x i8, 0, 3>
// expected-error @below {{process names a part of @mem that does not exist}}
csim.process always "a" static sensitivity [#csim.event_term<@mem, any path[4]>] { csim.return }
}

// -----

csim.module module @m {
csim.signal @a variable : !csim.logic<1>
csim.process_body @b {
^bb0(%o: !csim.ref<!csim.logic<1>>):
  csim.return
}
// expected-error @below {{has 2 places for the 1 operands of its body}}
csim.process assign "a" static shares @b [#csim.event_term<@a, any>, #csim.event_term<@a, any>] {}
}
