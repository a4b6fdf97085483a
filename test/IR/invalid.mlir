// RUN: %circt-sim-opt %s -split-input-file -verify-diagnostics

// expected-error @below {{a logic value has at least one bit}}
csim.module module @m { csim.signal @x variable : !csim.logic<0> }

// -----

// expected-error @below {{bounds [3:0] have 4 elements, not 5}}
csim.module module @m { csim.signal @x variable : !csim.uarray<5 x i8, 3, 0> }

// -----

csim.module module @m { csim.func @f() {
  // expected-error @below {{'4'b12' is not a sized four-state literal such as 8'b10xz}}
  %0 = csim.constant "4'b12"
  csim.return
} }

// -----

csim.module module @m { csim.func @f() {
  // expected-error @below {{'2'h4' is not a sized four-state literal}}
  %0 = csim.constant "2'h4"
  csim.return
} }

// -----

csim.module module @m {
  // expected-error @below {{stores 'i8'; '!csim.packed<"", i1, 7, 0, signed>' belongs into source_type}}
  csim.signal @x variable : !csim.packed<"", i1, 7, 0, signed>
}

// -----

csim.module module @m {
  // expected-error @below {{of type 'i4' is described as}}
  csim.signal @x variable source_type !csim.packed<"", i1, 7, 0, signed> : i4
}

// -----

csim.module module @m {
  // expected-error @below {{names @s, which does not exist}}
  csim.signal @x variable scope @s : i1
}

// -----

csim.module module @m {
  csim.signal @x variable : i1
  // expected-error @below {{names @x, which is not a scope}}
  csim.scope @s "s" begin parent @x
}

// -----

// expected-error @below {{names @nothing, which is not a module}}
csim.top "t" of @nothing

// -----

// expected-error @below {{has the initialiser @f, which is not a function without arguments and results}}
csim.module module @m initialiser @f {
  csim.func @f(i32)
}

// -----

csim.module module @m {
  // expected-error @below {{is not a member of a csim.module}}
  csim.return
}

// -----

csim.module module @m {
  // expected-error @below {{needs a signal}}
  csim.port "p" input
}

// -----

csim.module module @c {
  csim.signal @a variable : i4
  csim.port "a" input @a
}
csim.module module @m {
  csim.signal @x variable : i8
  // expected-error @below {{binds port 'a' of type 'i4' to @x of type 'i8'}}
  csim.instance @u of @c [0 = @x]
}

// -----

csim.module module @c {}
csim.module module @m {
  csim.signal @x variable : i8
  // expected-error @below {{binds port 1 of @c, which has 0 ports}}
  csim.instance @u of @c [1 = @x]
}

// -----

csim.module module @m {
  csim.signal @x wire : i8
  // expected-error @below {{drives 4 bits with a value of type 'i8'}}
  csim.driver @d net @x bits(0, 4) : i8
}

// -----

csim.module module @m {
  csim.process always "a" static {
    %0 = arith.constant 1 : i64
    // expected-error @below {{suspends inside a static process}}
    csim.wait_delay %0
    csim.return
  }
}

// -----

csim.module module @m {
  // expected-error @below {{with its own stack has no sensitivity list}}
  csim.process always "a" run_at_start { csim.return }
}

// -----

csim.module module @m {
  csim.signal @x variable : i8
  csim.func @f() {
    // expected-error @below {{refers to @x of type 'i8' as 'i4'}}
    %0 = csim.addr @x : !csim.ref<i4>
    csim.return
  }
}

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<8>) {
  // expected-error @below {{selects bits [6, 9) of '!csim.logic<8>'}}
  %0 = csim.extract %a from 6 : !csim.logic<8> -> !csim.logic<3>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<8>) {
  // expected-error @below {{mixes 'i3' and '!csim.logic<8>'}}
  %0 = csim.extract %a from 0 : !csim.logic<8> -> i3
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<8>, %i: i8) {
  // expected-error @below {{mixes two-state and four-state operands}}
  %0 = csim.concat %a, %i : !csim.logic<8>, i8
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<3>) {
  // expected-error @below {{makes '!csim.logic<8>' from copies of '!csim.logic<3>'}}
  %0 = csim.replicate %a : !csim.logic<3> -> !csim.logic<8>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<8>) {
  // expected-error @below {{extends '!csim.logic<8>' to the narrower '!csim.logic<3>'}}
  %0 = csim.extend %a : !csim.logic<8> -> !csim.logic<3>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: !csim.logic<8>, %i: i8) {
  // expected-error @below {{shifts a two-state value by a four-state amount}}
  %0 = csim.shl %i, %a : i8, !csim.logic<8>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%r: !csim.ref<i8>, %i: i64) {
  // expected-error @below {{which is not an unpacked array}}
  %0 = csim.elem_ref %r[%i] : !csim.ref<i8>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%r: !csim.ref<i8>) {
  // expected-error @below {{selects bits [6, 10) of 'i8'}}
  %0 = csim.bits_ref %r from 6 : !csim.ref<i8> -> !csim.ref<i4>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%e: !csim.ref<!csim.event>) {
  // expected-error @below {{waits for 'posedge' of '!csim.event'}}
  csim.wait_event [posedge %e : !csim.ref<!csim.event>]
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%e: !csim.ref<i8>) {
  // expected-error @below {{triggers 'i8'}}
  csim.trigger %e : !csim.ref<i8>
  csim.return
} }

// -----

csim.module module @m {
csim.func @g(i8)
csim.func @f(%a: i4) {
  // expected-error @below {{does not have the type of @g}}
  csim.call @g(%a) : (i4) -> ()
  csim.return
} }

// -----

csim.module module @n { csim.func @g() }
csim.module module @m {
csim.func @f() {
  // expected-error @below {{calls @n::@g of another module without an instance}}
  csim.call @n::@g() : () -> ()
  csim.return
} }

// -----

csim.module module @m {
csim.func @g(i8)
csim.func @f(%a: i4) {
  // expected-error @below {{passes arguments to @g that differ from its parameters}}
  csim.fork all [@g(%a : i4)]
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i4) {
  // expected-error @below {{passes 'i4' as 'logic'}}
  csim.syscall "$display"(%a : i4) [#csim.arg<logic>]
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i4) {
  // expected-error @below {{has more operands than its arguments take}}
  csim.syscall "$display"(%a : i4) [#csim.arg<missing>]
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i4) -> i4 {
  // expected-error @below {{returns values that differ from the results of @f}}
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i2) {
  // expected-error @below {{has the case 2 twice}}
  csim.switch %a : i2, ^d [2: ^d, 2: ^d]
^d:
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%a: i2) {
  // expected-error @below {{has the case 4, which does not fit 'i2'}}
  csim.switch %a : i2, ^d [4: ^d]
^d:
  csim.return
} }

// -----

csim.module module @m {
// expected-error @below {{has either a body, or is static and shares one}}
csim.process assign "a" static {}
}

// -----

csim.module module @m {
// expected-error @below {{names @b, which does not exist}}
csim.process assign "a" static shares @b [] {}
}

// -----

csim.module module @m {
// expected-error @below {{has an operand that is not a reference}}
csim.process_body @b {
^bb0(%x: i1):
  csim.return
}
}

// -----

csim.module module @m {
// expected-error @below {{uses an operand other than by load, store and drive}}
csim.process_body @b {
^bb0(%x: !csim.ref<!csim.logic<8>>):
  %0 = csim.bits_ref %x from 3 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<1>>
  csim.return
}
}

// -----

csim.module module @m { csim.signal @s variable : i1 csim.func @f() {
  // expected-error @below {{names @s, which is not a function}}
  %0 = csim.func_ref @s
  csim.return
} }

// -----

csim.module module @m {
  csim.signal @s wire : !csim.logic<2>
  csim.signal @t wire : !csim.logic<2>
  csim.driver @d net @t : !csim.logic<2>
  csim.path_output @o from @s to @d of @t
  // expected-error @below {{is parallel and has ends of different widths}}
  csim.module_path @s, 0 width 1 to @o, 0 width 2 delays [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
}

// -----

csim.module module @m {
  csim.signal @s wire : !csim.logic<2>
  // expected-error @below {{names @s, which is not a driver}}
  csim.path_output @o from @s to @s of @s
}

// -----

csim.module module @m {
  csim.signal @s wire : !csim.logic<2>
  // expected-error @below {{is of an unknown kind, "$tup"}}
  csim.timing_check "$tup" @s, 0 width 1 edges 1 limits [1, 2]
}

// -----

csim.module module @m { csim.func @f(%g: i64) {
  // expected-error @below {{names @f, which is not an external instance}}
  csim.call_indirect %g() on @f : () -> ()
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%r: !csim.ref<!csim.uarray<2 x i8, 0, 1>>, %i: i64) {
  // expected-error @below {{selects an element of '!csim.uarray<2 x i8, 0, 1>'}}
  %0 = csim.dyn_ref %r[%i] : !csim.ref<!csim.uarray<2 x i8, 0, 1>> -> !csim.ref<i8>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%r: !csim.ref<!csim.dynarray<i8>>, %i: i64) {
  // expected-error @below {{gives '!csim.ref<i16>' for an element of '!csim.dynarray<i8>'}}
  %0 = csim.dyn_ref %r[%i] : !csim.ref<!csim.dynarray<i8>> -> !csim.ref<i16>
  csim.return
} }

// -----

csim.module module @m { csim.func @f(%r: !csim.ref<i8>) {
  // expected-error @below {{asks for the size of 'i8'}}
  %0 = csim.dyn_size %r : !csim.ref<i8>
  csim.return
} }

// -----

csim.module interface @bus {
csim.signal @x variable : i8
}
csim.module module @m {
csim.func @f(%h: !csim.instance_handle<"bus">) {
  // expected-error @below {{does not have the type of @bus::@x, 'i8'}}
  %0 = csim.member_ref %h @bus::@x : !csim.instance_handle<"bus"> -> !csim.ref<i4>
  csim.return
}
}

// -----

csim.module interface @bus {
csim.signal @x variable : i8
}
csim.module module @m {
csim.signal @x variable : i8
csim.func @f(%h: !csim.instance_handle<"bus">) {
  // expected-error @below {{names @m::@x, which is no member behind '!csim.instance_handle<"bus">'}}
  %0 = csim.member_ref %h @m::@x : !csim.instance_handle<"bus"> -> !csim.ref<i8>
  csim.return
}
}

// -----

csim.module interface @bus {
csim.func @g(%a: i8) {
  csim.return
}
}
csim.module module @m {
csim.func @f(%h: !csim.instance_handle<"bus">) {
  // expected-error @below {{does not have the type of @bus::@g, '(i8) -> ()'}}
  csim.call_at %h, @bus::@g() : !csim.instance_handle<"bus">, () -> ()
  csim.return
}
}
