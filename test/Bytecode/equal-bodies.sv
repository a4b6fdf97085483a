// Processes with equal code share one function; what needs its instance or has few equals
// keeps its own (lib/Bytecode/Gen/ShareBodies.cpp).
// RUN: %circt-sim --dump-bytecode %s | FileCheck %s
module test;
  reg [15:0] a, b, q;
  wire [15:0] y;
  reg c;
  for (genvar i = 0; i < 16; i++) begin : g
    reg r;
    assign y[i] = a[i] & b[i];
    always @(posedge c) r <= a[i];
    always @(r) $display("%m %b", r);
  end
  wire [1:0] few;
  assign few[0] = q[0] ^ c;
  assign few[1] = q[1] ^ c;
endmodule
// CHECK: process test.assign#[[AND:[0-9]+]] assign static {{.*}} with a, b, slot0{{$}}
// CHECK-NEXT: process test.always#[[FLOP:[0-9]+]] always static {{.*}} with a, r{{$}}
// CHECK-NEXT: process test.always#{{[0-9]+}} always static @(any r){{$}}
// CHECK-NEXT: process test.assign#[[AND]] assign static {{.*}} with a[1], b[1], slot1{{$}}
// CHECK-NEXT: process test.always#[[FLOP]] always static {{.*}} with a[1], r{{$}}
// CHECK-NEXT: process test.always#{{[0-9]+}} always static @(any r){{$}}
// CHECK: process test.assign#[[AND]] assign static {{.*}} with a[15], b[15], slot15{{$}}
// CHECK-NEXT: process test.always#[[FLOP]] always static {{.*}} with a[15], r{{$}}
// CHECK: process test.assign#{{[0-9]+}} assign static at start self @(any q[0+:1], any c){{$}}
// CHECK-NEXT: process test.assign#{{[0-9]+}} assign static at start self @(any q[1+:1], any c){{$}}

// CHECK: func @test.assign#[[AND]] id
// CHECK: LdpBitL s0:1, slot0
// CHECK-NEXT: LdpBitL s2:3, slot1
// CHECK-NEXT: AndL<1> s0:1, s0:1, s2:3
// CHECK-NEXT: StpL8 s0:1, slot2
// CHECK-NEXT: Return
// CHECK-NOT: AndL
