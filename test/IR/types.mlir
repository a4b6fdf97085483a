// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

csim.module module @m {
  // CHECK: csim.signal @a variable : !csim.string
  csim.signal @a variable : !csim.string
  // CHECK: csim.signal @b variable : !csim.chandle
  csim.signal @b variable : !csim.chandle
  // CHECK: csim.signal @c variable : !csim.class<"pkg::C#(int)">
  csim.signal @c variable : !csim.class<"pkg::C#(int)">
  // CHECK: csim.signal @d variable : !csim.ustruct<"s_t", ["a": i8, "b": !csim.uarray<2 x f64, 1, 0>]>
  csim.signal @d variable : !csim.ustruct<"s_t", ["a": i8, "b": !csim.uarray<2 x f64, 1, 0>]>
  // CHECK: csim.signal @e variable : !csim.uunion<"", ["a": i8, "b": i32]>
  csim.signal @e variable : !csim.uunion<"", ["a": i8, "b": i32]>
  // CHECK: csim.signal @f variable : !csim.dynarray<i32>
  csim.signal @f variable : !csim.dynarray<i32>
  // CHECK: csim.signal @g variable : !csim.queue<!csim.string, -1>
  csim.signal @g variable : !csim.queue<!csim.string, -1>
  // CHECK: csim.signal @h variable : !csim.assoc<i32, !csim.string>
  csim.signal @h variable : !csim.assoc<i32, !csim.string>
  // CHECK: csim.signal @i variable
  // CHECK-SAME: source_type !csim.enum<"e_t", i2, ["A" = 0 : i2, "B" = 1 : i2]> : i2
  csim.signal @i variable source_type !csim.enum<"e_t", i2, ["A" = 0 : i2, "B" = 1 : i2]> : i2
  // CHECK: csim.signal @j variable
  // CHECK-SAME: source_type !csim.enum<"", !csim.logic<2>, ["A" = #csim.logic<"2'b1x">]> : !csim.logic<2>
  csim.signal @j variable source_type !csim.enum<"", !csim.logic<2>, ["A" = #csim.logic<"2'b1x">]> : !csim.logic<2>
  // CHECK: csim.signal @k variable
  // CHECK-SAME: source_type !csim.pstruct<"p_t", !csim.logic<9>, unsigned, ["v": !csim.logic<1> at 8, "d": !csim.logic<8> at 0]> : !csim.logic<9>
  csim.signal @k variable source_type !csim.pstruct<"p_t", !csim.logic<9>, unsigned, ["v": !csim.logic<1> at 8, "d": !csim.logic<8> at 0]> : !csim.logic<9>
  // CHECK: csim.signal @l variable
  // CHECK-SAME: source_type !csim.packed<"", !csim.packed<"", !csim.logic<1>, 7, 0, unsigned>, 3, 0, unsigned> : !csim.logic<32>
  csim.signal @l variable source_type !csim.packed<"", !csim.packed<"", !csim.logic<1>, 7, 0, unsigned>, 3, 0, unsigned> : !csim.logic<32>
  // CHECK: csim.signal @n variable source_type f32 : f64
  csim.signal @n variable source_type f32 : f64
}
