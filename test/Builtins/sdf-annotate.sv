// What entries of a delay file change, and what is said of those that change nothing
// (IEEE 1800-2023 32).
// RUN: %run-tiers -DFILE='"%S/Inputs/delays.sdf"' %s 2> %t.err | FileCheck %s
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// RUN: %circt-sim +maxdelays -DFILE='"%S/Inputs/delays.sdf"' %s 2> %t.err | FileCheck %s --check-prefix=MAX
`timescale 1ns / 100ps
module gate(input a, b, s, output y);
  assign y = a ^ b ^ s;
  specify
    (a => y) = 1;
    if (s == 1'b0) (b => y) = 1;
    ifnone (b => y) = 1;
    (s => y) = 1;
  endspecify
endmodule
module bus(input [2:0] d, input e, output [2:0] q, output z);
  assign q = d, z = e;
  specify
    (d => q) = 1;
    (e => z) = 1;
  endspecify
endmodule
module test;
  reg a = 0, b = 0, s = 0;
  reg [2:0] x = 0;
  wire y, z;
  wire [1:0] y2s;
  wire y2 = y2s[1];
  wire [2:0] q;
  realtime changed, changed2, changedQ, changedZ;
  gate one(a, b, s, y);
  generate
    for (genvar i = 0; i < 2; i++) begin : block
      gate two(a, b, s, y2s[i]);
    end
  endgenerate
  bus wide(x, a, q, z);
  always @(y) changed = $realtime;
  always @(y2) changed2 = $realtime;
  always @(q) changedQ = $realtime;
  always @(z) changedZ = $realtime;
  realtime start;
  `define TRY(what) #100 start = $realtime; what; #50 $display(`"what: %.1f %.1f %.1f %.1f`", \
    changed - start, changed2 - start, changedQ > start ? changedQ - start : 0.0, changedZ > start ? changedZ - start : 0.0);
  initial begin
    #1 $sdf_annotate(`FILE);
    // CHECK: a = 1: 2.0 1.0 0.0 10.0
    // MAX: a = 1: 3.0 1.0 0.0 10.0
    `TRY(a = 1)
    // CHECK: a = 0: 4.0 6.0 0.0 10.0
    // MAX: a = 0: 4.0 6.0 0.0 10.0
    `TRY(a = 0)
    // CHECK: b = 1: 5.0 2.0 0.0 0.0
    `TRY(b = 1)
    // CHECK: s = 1: 9.0 1.0 0.0 0.0
    `TRY(s = 1)
    // CHECK: b = 0: 7.0 2.0 0.0 0.0
    `TRY(b = 0)
    // CHECK: x = 5: {{.*}} 3.0 0.0
    `TRY(x = 5)
    $finish(0);
  end
endmodule
// ERR: sdf-annotate.sv:[[#]]:[[#]]: warning: {{.*}}delays.sdf:25: LABEL is left out
// ERR: delays.sdf:16: test is an instance of test, not of gate: not annotated
// ERR: delays.sdf:18: there is no instance three in test
// ERR: delays.sdf:21: no module path begins at wide/d in test.wide
// ERR: delays.sdf:23: no module path from q to d in test.wide to annotate
// ERR: delays.sdf:24: no timing check in test.wide to annotate
