// RUN: %circt-sim-opt %s -csim-simplify | FileCheck %s
// Expected values: IEEE 1800-2023 clauses 11.4 and 11.8, tables 11-4 and 11-11 to 11-20.

csim.module module @m {
// CHECK-LABEL: csim.func @arithmetic
csim.func @arithmetic() -> (!csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<4>) {
  %a = csim.constant "8'd200"
  %b = csim.constant "8'd100"
  %x = csim.constant "8'b0000000x"
  %z = csim.constant "8'd0"
  %0 = csim.add %a, %b : !csim.logic<8>
  %1 = csim.sub %x, %b : !csim.logic<8>
  %2 = csim.div %a, %z : !csim.logic<8>
  %3 = csim.mod signed %a, %b : !csim.logic<8>
  %p = csim.constant "4'd3"
  %4 = csim.pow %p, %p : !csim.logic<4>, !csim.logic<4>
  // CHECK-DAG: %[[A:.*]] = csim.constant "8'h2c"
  // CHECK-DAG: %[[B:.*]] = csim.constant "8'hxx"
  // CHECK-DAG: %[[M:.*]] = csim.constant "8'hc8"
  // CHECK-DAG: %[[P:.*]] = csim.constant "4'hb"
  // CHECK: csim.return %[[A]], %[[B]], %[[B]], %[[M]], %[[P]]
  csim.return %0, %1, %2, %3, %4 : !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<8>, !csim.logic<4>
}
// CHECK-LABEL: csim.func @bitwise
csim.func @bitwise(%v: !csim.logic<4>) -> (!csim.logic<4>, !csim.logic<4>, !csim.logic<4>, !csim.logic<4>) {
  %a = csim.constant "4'b01xz"
  %b = csim.constant "4'b1111"
  %zero = csim.constant "4'd0"
  %0 = csim.and %a, %b : !csim.logic<4>
  %1 = csim.not %a : !csim.logic<4>
  %2 = csim.and %v, %zero : !csim.logic<4>
  %3 = csim.or %v, %b : !csim.logic<4>
  // CHECK-DAG: %[[A:.*]] = csim.constant "4'b01xx"
  // CHECK-DAG: %[[N:.*]] = csim.constant "4'b10xx"
  // CHECK-DAG: %[[Z:.*]] = csim.constant "4'h0"
  // CHECK-DAG: %[[O:.*]] = csim.constant "4'hf"
  // CHECK: csim.return %[[A]], %[[N]], %[[Z]], %[[O]]
  csim.return %0, %1, %2, %3 : !csim.logic<4>, !csim.logic<4>, !csim.logic<4>, !csim.logic<4>
}
// CHECK-LABEL: csim.func @not_identities
csim.func @not_identities(%v: !csim.logic<4>) -> (!csim.logic<4>, !csim.logic<4>) {
  // An x in v would spread, a z would become x.
  %zero = csim.constant "4'd0"
  %ones = csim.constant "4'd15"
  // CHECK: %[[A:.*]] = csim.add
  %0 = csim.add %v, %zero : !csim.logic<4>
  // CHECK: %[[B:.*]] = csim.and
  %1 = csim.and %v, %ones : !csim.logic<4>
  // CHECK: csim.return %[[A]], %[[B]]
  csim.return %0, %1 : !csim.logic<4>, !csim.logic<4>
}
// CHECK-LABEL: csim.func @compare
csim.func @compare() -> (!csim.logic<1>, !csim.logic<1>, i1, i1, !csim.logic<1>) {
  %a = csim.constant "4'b01xz"
  %b = csim.constant "4'b11xz"
  %c = csim.constant "4'b010z"
  %0 = csim.eq %a, %b : !csim.logic<4>
  %1 = csim.eq %a, %c : !csim.logic<4>
  %2 = csim.case_eq %a, %a : !csim.logic<4>
  %3 = csim.casez_eq %a, %c : !csim.logic<4>
  %4 = csim.wild_eq %c, %b : !csim.logic<4>
  // CHECK-DAG: %[[ZERO:.*]] = csim.constant "1'h0"
  // CHECK-DAG: %[[X:.*]] = csim.constant "1'hx"
  // CHECK-DAG: %[[T:.*]] = arith.constant true
  // CHECK-DAG: %[[F:.*]] = arith.constant false
  // CHECK: csim.return %[[ZERO]], %[[X]], %[[T]], %[[F]], %[[ZERO]]
  csim.return %0, %1, %2, %3, %4 : !csim.logic<1>, !csim.logic<1>, i1, i1, !csim.logic<1>
}
// CHECK-LABEL: csim.func @selects
csim.func @selects(%v: !csim.logic<8>, %w: !csim.logic<4>) -> (!csim.logic<4>, !csim.logic<2>, !csim.logic<4>, !csim.logic<12>) {
  %i = arith.constant 2 : i64
  %0 = csim.dyn_extract %v[%i] : !csim.logic<8> -> !csim.logic<4>
  %c = csim.concat %v, %w : !csim.logic<8>, !csim.logic<4>
  %1 = csim.extract %c from 1 : !csim.logic<12> -> !csim.logic<2>
  %k = csim.constant "8'hf0"
  %out = arith.constant 6 : i64
  %2 = csim.dyn_extract %k[%out] : !csim.logic<8> -> !csim.logic<4>
  %d = csim.constant "4'hz"
  %3 = csim.concat %d, %k : !csim.logic<4>, !csim.logic<8>
  // CHECK-DAG: %[[K:.*]] = csim.constant "12'hzf0"
  // CHECK-DAG: %[[O:.*]] = csim.constant "4'bxx11"
  // CHECK-DAG: %[[A:.*]] = csim.extract %arg0 from 2 : !csim.logic<8> -> !csim.logic<4>
  // CHECK-DAG: %[[B:.*]] = csim.extract %arg1 from 1 : !csim.logic<4> -> !csim.logic<2>
  // CHECK: csim.return %[[A]], %[[B]], %[[O]], %[[K]]
  csim.return %0, %1, %2, %3 : !csim.logic<4>, !csim.logic<2>, !csim.logic<4>, !csim.logic<12>
}
// CHECK-LABEL: csim.func @indices
csim.func @indices() -> (i64, i64, i64, i64, i64) {
  %a = csim.constant "8'hff"
  %x = csim.constant "8'hxx"
  %0 = csim.to_index signed %a : !csim.logic<8>
  %1 = csim.to_index %x : !csim.logic<8>
  %five = arith.constant 5 : i64
  %2 = csim.norm_index packed %five [0 : 7]
  %3 = csim.norm_index %five [7 : 0]
  %4 = csim.norm_index %five [4 : 0]
  // CHECK-DAG: %[[M1:.*]] = arith.constant -1 : i64
  // CHECK-DAG: %[[INV:.*]] = arith.constant -9223372036854775808 : i64
  // CHECK-DAG: %[[TWO:.*]] = arith.constant 2 : i64
  // CHECK: csim.return %[[M1]], %[[INV]], %[[TWO]], %[[TWO]], %[[INV]]
  csim.return %0, %1, %2, %3, %4 : i64, i64, i64, i64, i64
}
// CHECK-LABEL: csim.func @truth
csim.func @truth(%i: i8, %b: i1) -> (i1, i1, i8) {
  %l = csim.to_logic %i : i8
  // CHECK: %[[T:.*]] = arith.cmpi ne, %arg0, %{{.*}} : i8
  %0 = csim.is_true %l : !csim.logic<8>
  %1 = csim.is_unknown %l : !csim.logic<8>
  %2 = csim.to_bits %l : !csim.logic<8>
  // CHECK: csim.return %[[T]], %false, %arg0
  csim.return %0, %1, %2 : i1, i1, i8
}
// CHECK-LABEL: csim.func @mux
csim.func @mux(%b: i1, %v: !csim.logic<4>, %w: !csim.logic<4>) -> (!csim.logic<4>, !csim.logic<4>, !csim.logic<4>) {
  %c = csim.to_logic %b : i1
  // CHECK: %[[S:.*]] = arith.select %arg0, %arg1, %arg2
  %0 = csim.mux %c, %v, %w : !csim.logic<4>
  %t = csim.constant "1'b1"
  %1 = csim.mux %t, %v, %w : !csim.logic<4>
  %x = csim.constant "1'bx"
  %p = csim.constant "4'b0011"
  %q = csim.constant "4'b0101"
  %2 = csim.mux %x, %p, %q : !csim.logic<4>
  // CHECK: csim.return %[[S]], %arg1, %{{.*}}
  csim.return %0, %1, %2 : !csim.logic<4>, !csim.logic<4>, !csim.logic<4>
}
// CHECK-LABEL: csim.func @two_state_division
csim.func @two_state_division() -> (i8, i8, i8) {
  %a = arith.constant 100 : i8
  %z = arith.constant 0 : i8
  %n = arith.constant 9 : i8
  %0 = csim.div %a, %z : i8
  %1 = csim.shl %a, %n : i8, i8
  %2 = csim.pow %n, %z : i8, i8
  // CHECK-DAG: %[[Z:.*]] = arith.constant 0 : i8
  // CHECK-DAG: %[[O:.*]] = arith.constant 1 : i8
  // CHECK: csim.return %[[Z]], %[[Z]], %[[O]]
  csim.return %0, %1, %2 : i8, i8, i8
}
// CHECK-LABEL: csim.func @neutral
csim.func @neutral(%a: !csim.logic<1>, %b: !csim.logic<1>) -> (!csim.logic<1>, !csim.logic<1>, i1) {
  %one = csim.constant "1'd1"
  %zero = csim.constant "1'd0"
  // CHECK: %[[N:.*]] = csim.lnot %arg0
  %n = csim.lnot %a : !csim.logic<1>
  %0 = csim.land %n, %one
  // The operand may be z, the result must be x then.
  // CHECK: %[[O:.*]] = csim.lor %arg1
  %1 = csim.lor %b, %zero
  // CHECK: %[[T:.*]] = csim.is_true %arg1
  %t = csim.lor %b, %zero
  %2 = csim.is_true %t : !csim.logic<1>
  // CHECK: csim.return %[[N]], %[[O]], %[[T]]
  csim.return %0, %1, %2 : !csim.logic<1>, !csim.logic<1>, i1
}
}
