// let declarations (IEEE 1800-2023 11.12).
// No oracle: Icarus Verilog 11 does not have let.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
package pk;
  int base = 7;
  let off(x) = x + base;
endpackage
module test;
  import pk::*;
  int errors = 0;
  logic [3:0] a = 15, b = 4'b0011;
  let add(x, y = 2) = x + y;
  let narrow(logic [7:0] x) = x;
  let op(x, y, z) = |((x | y) & z);
  let outer(p) = add(p) * 2;
  let mask = a & b;
  let valid_arb(request, valid, override) = |(request & valid) || override;
  initial begin
    `check(add(1), 3)
    `check(add(.y(5), .x(4)), 9)
    `check(op(.x(4'd12), .y(4'd15), .z(4'd7)), 1'b1)
    `check(outer(3), 10)
    `check(mask, 4'b0011)
    // The size of the context reaches the arguments.
    `check(8'(add(a, 4'd1)), 8'd16)
    `check(narrow(9'h1ff), 8'hff)
    `check(pk::off(3), 10)
    pk::base = 8;
    `check(off(3), 11)
    `check(valid_arb(4'b0100, 4'b0010, 1'b1), 1'b1)
    begin
      automatic int k = 3;
      let with_local(q) = q ^ k;
      `check(with_local(5), 6)
    end
    `done
  end
endmodule
