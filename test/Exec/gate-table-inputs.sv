// Gates remember their inputs between evaluations: whoever changes an input, by whatever way,
// is noticed, also while the gate waits for its turn. Values that do not change wake nobody.
// RUN: %run-tiers %s | FileCheck %s
// RUN: %circt-sim --quiet --two-state %s | FileCheck %s
// RUN: %circt-sim --two-state --dump-bytecode %s | FileCheck %s --check-prefix=TABLE
// TABLE: table slot0 of slot1 slot2 0000 0100 0000 0000
// CHECK: wide 1 0
// CHECK-NEXT: wide 0 1
// CHECK-NEXT: queued 1
// CHECK-NEXT: queued 0
// CHECK-NEXT: forced 0 1
// CHECK-NEXT: forced 1 0
// CHECK-NEXT: forced 0 1
// CHECK-NEXT: released 1 0
// CHECK-NEXT: twice 0 1
// CHECK-NEXT: twice 0 1
// CHECK-NEXT: sometimes 1
// CHECK-NEXT: sometimes 1
// CHECK-NEXT: sometimes 0
// CHECK-NEXT: element 1
// CHECK-NEXT: element 0
// CHECK-NEXT: many 0 1 0 1
// CHECK-NEXT: many 1 0 1 0
// CHECK-NEXT: waits 1 evaluations 4
// CHECK-NEXT: ring 19
module top;
  // Bits of two words of a wide object that is stored as a whole.
  reg [127:0] wide = 0;
  wire low, high;
  and (low, wide[3], wide[70]);
  nor (high, wide[3], wide[70]);

  // An input changes while the gate is queued for another one.
  reg start = 0;
  reg [127:0] late = 0;
  wire passed, both;
  buf (passed, start);
  and (both, passed, late[70]);
  always @(start) late = start ? ~128'b0 : 128'b0;

  // The output of a gate that others read is forced.
  reg a = 0, b = 0;
  wire inner, outer, inverse;
  or #1 (inner, a, b);
  buf #1 (outer, inner);
  not #1 (inverse, inner);

  // The same net at two inputs.
  wire same, notSame;
  xor (same, inner, inner);
  xnor (notSame, inner, inner);

  // A process that does not hear of all its inputs.
  reg sometimes;
  always @(a) sometimes = a & ~inner;

  // An element of an array.
  reg [3:0] memory [0:3];
  wire element;
  and #1 (element, memory[2][1], memory[1][3]);

  // An output with many readers of all kinds.
  wire many0, many1, many2;
  reg many3;
  not (many0, outer);
  buf (many1, outer);
  nand (many2, outer, outer);
  always @* many3 = outer;

  // Evaluations without a change wake nobody.
  reg [3:0] in = 0;
  wire idle;
  integer waits = 0, evaluations = 0;
  and (idle, in[0], in[1], in[2]);
  initial forever begin @(idle) waits = waits + 1; end
  always @(in) evaluations = evaluations + 1;

  // An output that is an input of its own gate.
  reg run = 0;
  wire ring;
  integer turns = 0;
  nand #1 (ring, ring, run);
  always @(ring) if (run) turns = turns + 1;

  initial begin
    #10 wide = ~128'b0;
    #1 $display("wide %b %b", low, high);
    wide <= 0;
    #1 $display("wide %b %b", low, high);
    start = 1;
    #1 $display("queued %b", both);
    start = 0;
    #1 $display("queued %b", both);
    #5 $display("forced %b %b", outer, inverse);
    force inner = 1;
    #5 $display("forced %b %b", outer, inverse);
    b = 1;
    #5 force inner = 0;
    #5 $display("forced %b %b", outer, inverse);
    release inner;
    #5 $display("released %b %b", outer, inverse);
    $display("twice %b %b", same, notSame);
    b = 0;
    #5 $display("twice %b %b", same, notSame);
    a = 1;
    #5 $display("sometimes %b", sometimes);
    b = 1;
    #5 $display("sometimes %b", sometimes);
    a = 0;
    #5 $display("sometimes %b", sometimes);
    memory[1] = 4'b1000;
    memory[2] = 4'b0010;
    #5 $display("element %b", element);
    memory[1] = 4'b0111;
    #5 $display("element %b", element);
    b = 0;
    #5 b = 1;
    #5 $display("many %b %b %b %b", many0, many1, many2, many3);
    b = 0;
    #5 $display("many %b %b %b %b", many0, many1, many2, many3);
    #1 waits = 0;
    in = 4'b0011;
    #1 in = 4'b0101;
    #1 in = 4'b0110;
    #1 in = 4'b0111;
    #1 $display("waits %0d evaluations %0d", waits, evaluations);
    run = 1;
    #20 run = 0;
    $display("ring %0d", turns);
    $finish;
  end
endmodule
