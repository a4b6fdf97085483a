// Hierarchical names: down, up, from the root, through blocks, tasks and arrays of
// instances (IEEE 1800-2023 23.6, 23.7, 23.8).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module leaf(input logic [3:0] a);
  logic [3:0] value = 4'd2;
  int seen = 0;
  task add(input int n);
    int calls;
    begin
      calls = calls + 1;
      value = value + n;
    end
  endtask
  function int upward(input int dummy);
    upward = middle.marker;  // the module above, by its definition's name
  endfunction
  always @(test.tick) seen = test.counter;
endmodule
module middle;
  int marker = 77;
  leaf l(4'd1);
  leaf many[1:0](4'd3);
endmodule
module test;
  int errors = 0;
  event tick;
  int counter = 0;
  middle m();
  initial begin : main
    int local_;
    local_ = 3;
    `check(main.local_, 3)
    `check(test.main.local_, 3)
    `check(m.l.value, 4'd2)
    m.l.value = 4'd9;
    `check(test.m.l.value, 4'd9)
    m.l.add(3);
    m.l.add(1);
    `check(m.l.value, 4'd13)
    `check(m.l.add.calls, 2)
    m.many[1].value = 4'd4;
    `check(m.many[0].value, 4'd2)
    `check(m.many[1].value, 4'd4)
    `check(m.l.upward(0), 77)
    #1;
    `check(m.many[0].a, 4'd3)
    counter = 42;
    -> tick;
    #1;
    `check(m.l.seen, 42)
    `done
  end
endmodule
