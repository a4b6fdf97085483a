// Dynamic arrays, queues, associative arrays: operations, their bytecode, and what is wrong.
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s
// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s --check-prefix=CODE
!q = !csim.queue<!csim.logic<12>, -1>
!a = !csim.assoc<i8, !csim.string>
csim.module module @m {
  csim.signal @q variable : !q
  csim.signal @p variable : !q
  csim.signal @a variable : !a
  // CODE-LABEL: func @m.f id
  // CHECK-LABEL: csim.func @f
  csim.func @f(%i: i64, %v: !csim.logic<12>) -> i64 {
    %q = csim.addr @q : !csim.ref<!q>
    %p = csim.addr @p : !csim.ref<!q>
    %a = csim.addr @a : !csim.ref<!a>
    // CHECK: csim.dyn_ref writes %{{.*}}[%{{.*}}] : !csim.ref<!csim.queue<!csim.logic<12>, -1>> -> !csim.ref<!csim.logic<12>>
    // CODE: RefDyn r{{[0-9]+}}, r{{[0-9]+}}, s{{[0-9]+}}, type {{[0-9]+}}, #1, #2
    %e = csim.dyn_ref writes %q[%i] : !csim.ref<!q> -> !csim.ref<!csim.logic<12>>
    csim.store %v, %e : !csim.ref<!csim.logic<12>>
    // CHECK: csim.copy moves %{{.*}} to %{{.*}} : !csim.ref<!csim.queue
    // CODE: CopyRef
    csim.copy moves %p to %q : !csim.ref<!q>
    // CHECK: csim.type_id !csim.assoc<i8, !csim.string>
    %t = csim.type_id !a
    csim.rt "array_clear"(%a, %t) : (!csim.ref<!a>, i64) -> ()
    // CHECK: csim.dyn_size %{{.*}} : !csim.ref<!csim.assoc
    // CODE: DynSize
    %n = csim.dyn_size %a : !csim.ref<!a>
    csim.return %n : i64
  }
}
