// RUN: %circt-sim-opt %s -csim-pipeline | FileCheck %s
// A counted loop over a four-state variable ends up two-state, in registers.

csim.module module @m {
csim.signal @q variable : !csim.logic<8>
// CHECK-LABEL: csim.process initial "initial"
csim.process initial "initial" {
  %q = csim.addr @q : !csim.ref<!csim.logic<8>>
  %i = csim.local "i" : !csim.ref<!csim.logic<32>>
  %z = csim.constant "32'd0"
  csim.store %z, %i : !csim.ref<!csim.logic<32>>
  cf.br ^head
// CHECK: ^bb1(%[[I:.*]]: i32):
^head:
  %v = csim.load %i : !csim.ref<!csim.logic<32>>
  %k = csim.constant "32'd10"
  // CHECK: %[[C:.*]] = arith.cmpi slt, %[[I]]
  %lt = csim.lt signed %v, %k : !csim.logic<32>
  %c = csim.is_true %lt : !csim.logic<1>
  // CHECK: cf.cond_br %[[C]]
  cf.cond_br %c, ^body, ^exit
^body:
  // CHECK: %[[B:.*]] = arith.trunci %[[I]]
  %w = csim.load %i : !csim.ref<!csim.logic<32>>
  %b = csim.trunc %w : !csim.logic<32> -> !csim.logic<8>
  // CHECK: %[[L:.*]] = csim.to_logic %[[B]]
  // CHECK: csim.store %[[L]]
  csim.store %b, %q : !csim.ref<!csim.logic<8>>
  %one = csim.constant "32'd1"
  // CHECK: arith.addi %[[I]]
  %n = csim.add %w, %one : !csim.logic<32>
  csim.store %n, %i : !csim.ref<!csim.logic<32>>
  cf.br ^head
^exit:
  csim.halt
}
}
