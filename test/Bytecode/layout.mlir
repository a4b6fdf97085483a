// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s
// Scalars by descending alignment, then aggregates and very wide vectors; LRM-visible order of
// signals, ports, children and processes stays.

!s = !csim.ustruct<"s", ["a": i8, "b": !csim.logic<33>, "c": i16]>
// CHECK: module "leaf" block 8
csim.module module @leaf {
  // CHECK-NEXT: signal a wire logic<8> at 0x0
  csim.signal @a wire : !csim.logic<8>
  // CHECK-NEXT: signal b wire logic<8> at 0x1
  csim.signal @b wire : !csim.logic<8>
  // CHECK-NEXT: port a input slot0
  csim.port "a" input @a
  // CHECK-NEXT: port b output slot1
  csim.port "b" output @b
  // CHECK-NEXT: port bus interface
  csim.port "bus" interface
}
// CHECK-NEXT: module "top" block 176
csim.module module @top {
  // CHECK-NEXT: signal bit variable logic<1> at 0x26
  csim.signal @bit variable : !csim.logic<1>
  // CHECK-NEXT: signal half variable bits<16> at 0x24
  csim.signal @half variable : i16
  // CHECK-NEXT: signal big variable logic<1024> at 0x30
  csim.signal @big variable : !csim.logic<1024>
  // CHECK-NEXT: signal word variable logic<32> at 0x20
  csim.signal @word variable : !csim.logic<32>
  // CHECK-NEXT: signal str variable string at 0x0
  csim.signal @str variable : !csim.string
  // CHECK-NEXT: signal rows variable 3 x bits<3> stride 1 at 0x27
  csim.signal @rows variable source_type !csim.uarray<3 x !csim.packed<"", i1, 2, 0, unsigned>, 0, 2> : !csim.uarray<3 x i3, 0, 2>
  // The 33-bit member stands at 8, the last at 16: 24 bytes.
  // CHECK-NEXT: signal st variable struct at 0x8
  csim.signal @st variable : !s
  // CHECK-NEXT: signal net wire logic<8> at 0x2a
  csim.signal @net wire : !csim.logic<8>
  csim.instance @u "u[0]" of @leaf [0 = @net, 1 = @half2, 2 = ["b0", "b1"]]
  // CHECK-NEXT: signal half2 wire logic<8> at 0x2b
  csim.signal @half2 wire : !csim.logic<8>
  // CHECK-NEXT: slot0 signal up 0 u[0].a
  // CHECK-NEXT: child u[0] of leaf (0 = net, 1 = half2, 2 = b1)
  csim.extern_signal @x up 0 ["u[0]", "a"] : !csim.logic<8>
}
// CHECK-NEXT: top top of top
csim.top "top" of @top
