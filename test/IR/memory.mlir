// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

!s = !csim.ustruct<"s", ["a": i8, "b": !csim.uarray<4 x !csim.logic<8>, 0, 3>]>
csim.module module @m {
csim.signal @x variable : !csim.logic<8>
csim.signal @s variable : !s
csim.signal @e variable : !csim.event
csim.driver @d net @x : !csim.logic<8>
csim.func @p() {
  csim.halt
}
csim.func @f(%i: i64, %v: !csim.logic<8>, %n: !csim.logic<4>) {
  // CHECK: %[[X:.*]] = csim.addr @x : !csim.ref<!csim.logic<8>>
  %x = csim.addr @x : !csim.ref<!csim.logic<8>>
  // CHECK: csim.addr @d : !csim.ref<!csim.logic<8>>
  %d = csim.addr @d : !csim.ref<!csim.logic<8>>
  // CHECK: %[[S:.*]] = csim.addr @s
  %s = csim.addr @s : !csim.ref<!s>
  // CHECK: %[[L:.*]] = csim.local : !csim.ref<i32>
  %l = csim.local : !csim.ref<i32>
  // CHECK: csim.local volatile "v" : !csim.ref
  %l2 = csim.local volatile "v" : !csim.ref<!s>
  // CHECK: csim.cell "c" : !csim.ref<i8>
  %c = csim.cell "c" : !csim.ref<i8>
  // CHECK: %[[F:.*]] = csim.field_ref %[[S]][1] : !csim.ref<!csim.ustruct
  %f = csim.field_ref %s[1] : !csim.ref<!s>
  // CHECK: %[[E:.*]] = csim.elem_ref %[[F]][%{{.*}}] : !csim.ref<!csim.uarray
  %e = csim.elem_ref %f[%i] : !csim.ref<!csim.uarray<4 x !csim.logic<8>, 0, 3>>
  // CHECK: %[[B:.*]] = csim.bits_ref %[[E]] from 4 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  %b = csim.bits_ref %e from 4 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  // CHECK: csim.bits_ref %[[X]][%{{.*}}] : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  %b2 = csim.bits_ref %x[%i] : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<4>>
  // CHECK: csim.load %[[B]] : !csim.ref<!csim.logic<4>>
  %v1 = csim.load %b : !csim.ref<!csim.logic<4>>
  // CHECK: csim.store %{{.*}}, %[[E]] : !csim.ref<!csim.logic<8>>
  csim.store %v, %e : !csim.ref<!csim.logic<8>>
  // CHECK: csim.copy %[[S]] to %{{.*}} : !csim.ref
  csim.copy %s to %l2 : !csim.ref<!s>
  // CHECK: csim.init %[[L]] : !csim.ref<i32>
  csim.init %l : !csim.ref<i32>
  // CHECK: csim.eq_ref %[[S]], %{{.*}} : !csim.ref
  %eq = csim.eq_ref %s, %l2 : !csim.ref<!s>
  // CHECK: csim.nba %{{.*}}, %[[X]] : !csim.ref<!csim.logic<8>>
  csim.nba %v, %x : !csim.ref<!csim.logic<8>>
  // CHECK: csim.nba %{{.*}}, %[[X]] after %{{.*}} : !csim.ref<!csim.logic<8>>
  csim.nba %v, %x after %i : !csim.ref<!csim.logic<8>>
  // CHECK: csim.nba_event %{{.*}}, %[[X]] repeat %{{.*}} on [posedge %[[X]] : !csim.ref<!csim.logic<8>>] : !csim.ref<!csim.logic<8>>
  csim.nba_event %v, %x repeat %i on [posedge %x : !csim.ref<!csim.logic<8>>] : !csim.ref<!csim.logic<8>>
  // CHECK: csim.nba_copy %[[S]] to %{{.*}} after %{{.*}} : !csim.ref
  csim.nba_copy %s to %l2 after %i : !csim.ref<!s>
  // CHECK: csim.drive %{{.*}}, %{{.*}} : !csim.ref<!csim.logic<8>>
  csim.drive %v, %d : !csim.ref<!csim.logic<8>>
  // CHECK: csim.drive %{{.*}}, %{{.*}} delays %{{.*}}, %{{.*}}, %{{.*}} : !csim.ref<!csim.logic<8>>
  csim.drive %v, %d delays %i, %i, %i : !csim.ref<!csim.logic<8>>
  // CHECK: csim.force %[[X]] by @p : !csim.ref<!csim.logic<8>>
  csim.force %x by @p : !csim.ref<!csim.logic<8>>
  // CHECK: csim.force assign %[[X]] by @p : !csim.ref<!csim.logic<8>>
  csim.force assign %x by @p : !csim.ref<!csim.logic<8>>
  // CHECK: csim.force_store assign %{{.*}}, %[[X]] : !csim.ref<!csim.logic<8>>
  csim.force_store assign %v, %x : !csim.ref<!csim.logic<8>>
  // CHECK: csim.release %[[X]] : !csim.ref<!csim.logic<8>>
  csim.release %x : !csim.ref<!csim.logic<8>>
  csim.return
}
}
