// A replication by zero evaluates its operand once; string literals side by side are one
// literal, also as a format; $cast as a task (IEEE 1800-2023 6.24.2, 11.4.12.1, 11.10.1, 12.7.2).
// No oracle: Icarus Verilog 11 has no $cast.
// RUN: %not 1 %run-tiers %s | FileCheck %s
module test;
  int calls = 0, turns = 0;
  function int count();
    calls++;
    return 1;
  endfunction
  logic [7:0] v;
  enum {Red, Green} colour;
  initial begin
    v = {{0{count()}}, 8'h5a};
    $display({"calls ", "%0d", " value ", "%h"}, calls, v);
    // CHECK: calls 1 value 5a
    repeat (2.6) turns++;
    $display("%0d", turns);
    // CHECK-NEXT: 3
    $cast(colour, 1);
    if (!$cast(colour, 5)) $display("%s", colour.name);
    // CHECK-NEXT: Green
    $cast(colour, 7);
    // CHECK-NEXT: ERROR: {{.*}}concat-side-effects.sv:[[#@LINE-1]]: $cast: the value is not one of type
    // CHECK-NEXT: Time: 0 Scope: test
    $display("%0d", colour);
    // CHECK-NEXT: 1
  end
endmodule
