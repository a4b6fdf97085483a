// RUN: %circt-sim-opt %s -csim-two-state -csim-simplify | FileCheck %s

csim.module module @m {
csim.signal @x variable : !csim.logic<8>

// CHECK-LABEL: csim.func @expression
csim.func @expression(%a: i8, %b: i8) -> i1 {
  %x = csim.to_logic %a : i8
  %y = csim.to_logic %b : i8
  %one = csim.constant "8'd1"
  // CHECK: %[[S:.*]] = arith.addi %arg0, %{{.*}} : i8
  %s = csim.add %x, %one : !csim.logic<8>
  // CHECK: %[[L:.*]] = arith.cmpi slt, %[[S]], %arg1 : i8
  %l = csim.lt signed %s, %y : !csim.logic<8>
  %c = csim.is_true %l : !csim.logic<1>
  // CHECK: csim.return %[[L]]
  csim.return %c : i1
}

// CHECK-LABEL: csim.func @loop
csim.func @loop(%n: i8) {
  %z = csim.constant "8'd0"
  %one = csim.constant "8'd1"
  %limit = csim.to_logic %n : i8
  cf.br ^head(%z : !csim.logic<8>)
// CHECK: ^bb1(%[[I:.*]]: i8):
^head(%i: !csim.logic<8>):
  // CHECK: arith.cmpi ult, %[[I]], %arg0
  %l = csim.lt %i, %limit : !csim.logic<8>
  %c = csim.is_true %l : !csim.logic<1>
  cf.cond_br %c, ^body, ^exit
^body:
  // CHECK: %[[N:.*]] = arith.addi %[[I]]
  %n1 = csim.add %i, %one : !csim.logic<8>
  // CHECK: cf.br ^bb1(%[[N]] : i8)
  cf.br ^head(%n1 : !csim.logic<8>)
^exit:
  csim.return
}

// One path brings an unknown value: the argument and what follows from it stay.
// CHECK-LABEL: csim.func @unknown_path
csim.func @unknown_path(%c: i1, %n: i8) -> !csim.logic<8> {
  %a = csim.addr @x : !csim.ref<!csim.logic<8>>
  %v = csim.load %a : !csim.ref<!csim.logic<8>>
  %k = csim.to_logic %n : i8
  cf.cond_br %c, ^join(%v : !csim.logic<8>), ^join(%k : !csim.logic<8>)
^join(%j: !csim.logic<8>):
  // CHECK: csim.add
  %s = csim.add %j, %k : !csim.logic<8>
  csim.return %s : !csim.logic<8>
}

// Division is known only by a constant that is not zero; a select out of range makes x.
// CHECK-LABEL: csim.func @makes_x
csim.func @makes_x(%a: i8, %i: i64) -> (!csim.logic<8>, !csim.logic<8>, !csim.logic<1>, !csim.logic<8>) {
  %x = csim.to_logic %a : i8
  // CHECK: csim.div %{{.*}}, %{{.*}} : !csim.logic<8>
  %0 = csim.div %x, %x : !csim.logic<8>
  %three = csim.constant "8'd3"
  // CHECK: csim.div %arg0, %{{.*}} : i8
  %1 = csim.div %x, %three : !csim.logic<8>
  // CHECK: csim.dyn_extract %{{.*}} : !csim.logic<8> -> !csim.logic<1>
  %2 = csim.dyn_extract %x[%i] : !csim.logic<8> -> !csim.logic<1>
  %unknown = csim.constant "8'hx0"
  // CHECK: csim.or %{{.*}} : !csim.logic<8>
  %3 = csim.or %x, %unknown : !csim.logic<8>
  csim.return %0, %1, %2, %3 : !csim.logic<8>, !csim.logic<8>, !csim.logic<1>, !csim.logic<8>
}

// CHECK-LABEL: csim.func @bits
csim.func @bits(%a: i8, %c: i1) -> !csim.logic<12> {
  %x = csim.to_logic %a : i8
  // CHECK-DAG: %[[E:.*]] = csim.extract %arg0 from 2 : i8 -> i3
  %e = csim.extract %x from 2 : !csim.logic<8> -> !csim.logic<3>
  %k = csim.to_logic %c : i1
  // CHECK: %[[C:.*]] = csim.concat %[[E]], %arg1, %arg0 : i3, i1, i8
  %r = csim.concat %e, %k, %x : !csim.logic<3>, !csim.logic<1>, !csim.logic<8>
  // CHECK: csim.to_logic %[[C]] : i12
  csim.return %r : !csim.logic<12>
}

// CHECK-LABEL: csim.func @case
csim.func @case(%a: i4) -> i1 {
  %x = csim.to_logic %a : i4
  %k = csim.constant "4'd3"
  // CHECK: arith.cmpi eq, %arg0
  %0 = csim.case_eq %x, %k : !csim.logic<4>
  csim.return %0 : i1
}
}
