// RUN: %circt-sim-opt %s --split-input-file --verify-diagnostics

moore.module @M(in %a : !moore.i8, out b : !moore.i8) {
  // expected-error @+1 {{op has 0 operands, but enclosing module @M has 1 outputs}}
  moore.output
}

// -----

// expected-error @+1 {{references unknown symbol @None}}
moore.instance "u" @None() -> ()

// -----

// expected-error @+1 {{value requires 4 bits, but result type only has 3}}
moore.constant 9 : i3

// -----

// expected-error @+1 {{value contains X or Z bits, but result type '!moore.i3' only allows two-valued bits}}
moore.constant b1XZ : i3

// -----

// expected-error @+1 {{expected base-2 four-valued integer}}
moore.constant b12 : l4

// -----

func.func @trunc(%arg0: !moore.i8) {
  // expected-error @+1 {{result width must be smaller than input width}}
  moore.trunc %arg0 : i8 -> i8
  return
}

// -----

func.func @domain(%arg0: !moore.l8) {
  // expected-error @+1 {{result is single bit matching input domain}}
  moore.eq %arg0, %arg0 : l8 -> i1
  return
}

// -----

func.func @queue(%arg0: !moore.ref<queue<i8, 0>>, %arg1: !moore.i9) {
  // expected-error @+1 {{queue and element types must match}}
  "moore.push_back"(%arg0, %arg1) : (!moore.ref<queue<i8, 0>>, !moore.i9) -> ()
  return
}

// -----

func.func @member(%arg0: !moore.struct<{a: i8}>) {
  // expected-error @+1 {{extracts field "b" which does not exist in '!moore.struct<{a: i8}>'}}
  moore.struct_extract %arg0, "b" : struct<{a: i8}> -> i8
  return
}

// -----

// expected-error @+1 {{StructType/UnionType members must be packed types}}
func.func private @packed(!moore.struct<{a: string}>)

// -----

// expected-error @+2 {{invalid kind of type specified}}
// expected-error @+1 {{parameter 'elementType' which is to be a `PackedType`}}
func.func private @element(!moore.array<2 x string>)

// -----

// expected-error @+1 {{unknown type `word` in dialect `moore`}}
func.func private @type(!moore.word)

// -----

moore.class.classdecl @A {
}
moore.class.classdecl @B {
}
func.func @upcast(%arg0: !moore.class<@A>) {
  // expected-error @+1 {{cannot upcast from @A to @B (destination is not a base class)}}
  moore.class.upcast %arg0 : <@A> to <@B>
  return
}

// -----

moore.class.classdecl @A {
  moore.class.methoddecl @f -> @g : () -> ()
}
func.func private @g()
func.func private @h()
moore.vtable @A::@vtable {
  // expected-error @+1 {{Parent class does not point to any implementation!}}
  moore.vtable_entry @f -> @h
}

// -----

// expected-error @+1 {{'return' argument must be the last argument}}
moore.func.dpi @f(return r : !moore.i8, in %a : !moore.i8)
