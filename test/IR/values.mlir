// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

csim.module module @m {
csim.func @constants() {
  // CHECK: csim.constant "8'hff"
  %0 = csim.constant "8'd255"
  // CHECK: csim.constant "8'b10xz0011"
  %1 = csim.constant #csim.logic<"8'b10xz_0011">
  // CHECK: csim.constant "12'hx0z"
  %2 = csim.constant "12'bxxxx0000zzzz"
  // CHECK: csim.constant "70'h3fffffffffffffffff"
  %3 = csim.constant "70'h3fffffffffffffffff"
  // CHECK: csim.constant "3'hx"
  %4 = csim.constant "3'bxxx"
  // CHECK: csim.string_constant "a\0Ab"
  %5 = csim.string_constant "a\nb"
  // CHECK: csim.null : !csim.chandle
  %6 = csim.null : !csim.chandle
  // CHECK: csim.eq_handle %{{.*}}, %{{.*}} : !csim.chandle
  %7 = csim.eq_handle %6, %6 : !csim.chandle
  csim.return
}
csim.func @operators(%a: !csim.logic<8>, %b: !csim.logic<8>, %c: !csim.logic<1>, %i: i8, %r: f64) {
  // CHECK: csim.add %{{.*}}, %{{.*}} : !csim.logic<8>
  %0 = csim.add %a, %b : !csim.logic<8>
  // CHECK: csim.sub
  %1 = csim.sub %a, %b : !csim.logic<8>
  // CHECK: csim.mul
  %2 = csim.mul %a, %b : !csim.logic<8>
  // CHECK: csim.div %{{.*}}, %{{.*}} : !csim.logic<8>
  %3 = csim.div %a, %b : !csim.logic<8>
  // CHECK: csim.mod signed %{{.*}}, %{{.*}} : i8
  %4 = csim.mod signed %i, %i : i8
  // CHECK: csim.pow signed %{{.*}}, %{{.*}} : !csim.logic<8>, !csim.logic<1>
  %5 = csim.pow signed %a, %c : !csim.logic<8>, !csim.logic<1>
  // CHECK: csim.pow %{{.*}}, %{{.*}} : f64, f64
  %6 = csim.pow %r, %r : f64, f64
  // CHECK: csim.neg %{{.*}} : !csim.logic<8>
  %7 = csim.neg %a : !csim.logic<8>
  // CHECK: csim.and
  %8 = csim.and %a, %b : !csim.logic<8>
  // CHECK: csim.or
  %9 = csim.or %a, %b : !csim.logic<8>
  // CHECK: csim.xor
  %10 = csim.xor %a, %b : !csim.logic<8>
  // CHECK: csim.not
  %11 = csim.not %a : !csim.logic<8>
  // CHECK: csim.shl %{{.*}}, %{{.*}} : !csim.logic<8>, i8
  %12 = csim.shl %a, %i : !csim.logic<8>, i8
  // CHECK: csim.shr
  %13 = csim.shr %i, %i : i8, i8
  // CHECK: csim.ashr
  %14 = csim.ashr %a, %c : !csim.logic<8>, !csim.logic<1>
  // CHECK: csim.eq %{{.*}}, %{{.*}} : !csim.logic<8>
  %15 = csim.eq %a, %b : !csim.logic<8>
  // CHECK: csim.ne
  %16 = csim.ne %a, %b : !csim.logic<8>
  // CHECK: csim.lt signed %{{.*}}, %{{.*}} : !csim.logic<8>
  %17 = csim.lt signed %a, %b : !csim.logic<8>
  // CHECK: csim.le %{{.*}}, %{{.*}} : !csim.logic<8>
  %18 = csim.le %a, %b : !csim.logic<8>
  // CHECK: csim.case_eq
  %19 = csim.case_eq %a, %b : !csim.logic<8>
  // CHECK: csim.wild_eq
  %20 = csim.wild_eq %a, %b : !csim.logic<8>
  // CHECK: csim.casez_eq
  %21 = csim.casez_eq %a, %b : !csim.logic<8>
  // CHECK: csim.casex_eq
  %22 = csim.casex_eq %a, %b : !csim.logic<8>
  // CHECK: %[[RED:.*]] = csim.reduce_and %{{.*}} : !csim.logic<8>
  %23 = csim.reduce_and %a : !csim.logic<8>
  // CHECK: csim.reduce_or %{{.*}} : i8
  %24 = csim.reduce_or %i : i8
  // CHECK: csim.reduce_xor
  %25 = csim.reduce_xor %a : !csim.logic<8>
  // CHECK: csim.bool %{{.*}} : f64
  %26 = csim.bool %r : f64
  // CHECK: csim.lnot %{{.*}} : !csim.logic<8>
  %27 = csim.lnot %a : !csim.logic<8>
  // CHECK: csim.land %[[RED]], %{{.*}}
  %28 = csim.land %23, %27
  // CHECK: csim.lor
  %29 = csim.lor %23, %27
  // CHECK: csim.is_true %{{.*}} : !csim.logic<8>
  %30 = csim.is_true %a : !csim.logic<8>
  // CHECK: csim.is_unknown %{{.*}} : !csim.logic<8>
  %31 = csim.is_unknown %a : !csim.logic<8>
  // CHECK: csim.mux %{{.*}}, %{{.*}}, %{{.*}} : !csim.logic<8>
  %32 = csim.mux %c, %a, %b : !csim.logic<8>
  // CHECK: csim.merge
  %33 = csim.merge %a, %b : !csim.logic<8>
  csim.return
}
csim.func @conversions(%a: !csim.logic<8>, %i: i8, %r: f64, %x: i64) {
  // CHECK: csim.to_logic %{{.*}} : i8
  %0 = csim.to_logic %i : i8
  // CHECK: csim.to_bits %{{.*}} : !csim.logic<8>
  %1 = csim.to_bits %a : !csim.logic<8>
  // CHECK: csim.extend signed %{{.*}} : !csim.logic<8> -> !csim.logic<9>
  %2 = csim.extend signed %a : !csim.logic<8> -> !csim.logic<9>
  // CHECK: csim.trunc %{{.*}} : !csim.logic<8> -> !csim.logic<3>
  %3 = csim.trunc %a : !csim.logic<8> -> !csim.logic<3>
  // CHECK: csim.to_real signed %{{.*}} : !csim.logic<8>
  %4 = csim.to_real signed %a : !csim.logic<8>
  // CHECK: csim.from_real %{{.*}} : i8
  %5 = csim.from_real %r : i8
  // CHECK: csim.round_short
  %6 = csim.round_short %r
  // CHECK: csim.to_index signed %{{.*}} : !csim.logic<8>
  %7 = csim.to_index signed %a : !csim.logic<8>
  // CHECK: csim.norm_index packed %{{.*}}[7 : 0]
  %8 = csim.norm_index packed %x [7 : 0]
  // CHECK: csim.norm_index unbounded %{{.*}}[-3 : 4]
  %9 = csim.norm_index unbounded %x [-3 : 4]
  // CHECK: csim.lin_index %{{.*}}, %{{.*}} count 4
  %10 = csim.lin_index %x, %x count 4
  // CHECK: csim.add_index %{{.*}}, %{{.*}}
  %11 = csim.add_index %x, %x
  csim.return
}
csim.func @bits(%a: !csim.logic<8>, %b: !csim.logic<3>, %i: i8, %j: i2, %x: i64) {
  // CHECK: csim.extract %{{.*}} from 2 : !csim.logic<8> -> !csim.logic<3>
  %0 = csim.extract %a from 2 : !csim.logic<8> -> !csim.logic<3>
  // CHECK: %[[C:.*]] = csim.concat %{{.*}}, %{{.*}} : !csim.logic<8>, !csim.logic<3>
  %1 = csim.concat %a, %b : !csim.logic<8>, !csim.logic<3>
  // CHECK: csim.not %[[C]] : !csim.logic<11>
  %2 = csim.not %1 : !csim.logic<11>
  // CHECK: csim.replicate %{{.*}} : i2 -> i8
  %3 = csim.replicate %j : i2 -> i8
  // CHECK: csim.insert %{{.*}} into %{{.*}} at 1 : !csim.logic<3> into !csim.logic<8>
  %4 = csim.insert %b into %a at 1 : !csim.logic<3> into !csim.logic<8>
  // CHECK: csim.dyn_extract %{{.*}}[%{{.*}}] : i8 -> i2
  %5 = csim.dyn_extract %i[%x] : i8 -> i2
  // CHECK: csim.dyn_insert %{{.*}} into %{{.*}}[%{{.*}}] : !csim.logic<3> into !csim.logic<8>
  %6 = csim.dyn_insert %b into %a[%x] : !csim.logic<3> into !csim.logic<8>
  // CHECK: csim.reverse_bits %{{.*}} slice 4 : !csim.logic<8>
  %7 = csim.reverse_bits %a slice 4 : !csim.logic<8>
  // CHECK: csim.count_bits %{{.*}} mask 12 : !csim.logic<8>
  %8 = csim.count_bits %a mask 12 : !csim.logic<8>
  csim.return
}
}
