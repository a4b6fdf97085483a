// Conditional generate: if, else, case, named and unnamed blocks, the block that is
// not chosen is not elaborated (IEEE 1800-2023 27.5, 27.6).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module adder #(parameter Kind = 0, parameter Width = 4) (
  input [Width-1:0] a, b, output [Width-1:0] y);
  if (Kind == 0) begin : gen
    assign y = a + b;
    localparam Name = "add";
  end else if (Kind == 1) begin : gen
    assign y = a - b;
    localparam Name = "sub";
  end else begin : gen
    missing_module u();  // never
    localparam Name = "none";
  end
  case (Width)
    1: begin : size
      localparam Class = 1;
    end
    2, 3, 4: begin : size
      localparam Class = 2;
    end
    default: begin : size
      localparam Class = 3;
    end
  endcase
  generate
    if (Width > 4) begin : extra
      reg wide = 1;
    end
  endgenerate
endmodule
module test;
  int errors = 0;
  logic [3:0] a = 9, b = 3;
  wire [3:0] y0, y1;
  wire [7:0] y2;
  adder #(0) u0(a, b, y0);
  adder #(1) u1(a, b, y1);
  adder #(.Width(8)) u2({4'd1, a}, {4'd2, b}, y2);
  initial begin
    #1;
    `check(y0, 4'd12)
    `check(y1, 4'd6)
    `check(y2, 8'h3c)
    `checkString(u0.gen.Name, "add")
    `checkString(u1.gen.Name, "sub")
    `check(u0.size.Class, 2)
    `check(u2.size.Class, 3)
    `check(u2.extra.wide, 1'b1)
    `done
  end
endmodule
