// Gate primitives: truth tables, several inputs and outputs, three-state buffers
// (IEEE 1800-2023 28.4, 28.5, 28.6).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic a, b, c;
  wire oAnd, oNand, oOr, oNor, oXor, oXnor, o1, o2, o3, n1;
  wire bif1, bif0, nif1, nif0;
  and g1(oAnd, a, b);
  nand (oNand, a, b);
  or g3(oOr, a, b);
  nor g4(oNor, a, b);
  xor g5(oXor, a, b), g6(o3, a, b, c);
  xnor g7(oXnor, a, b);
  buf g8(o1, o2, a);
  not g9(n1, a);
  bufif1 (bif1, a, b);
  bufif0 (bif0, a, b);
  notif1 (nif1, a, b);
  notif0 (nif0, a, b);
  task go(input logic va, input logic vb, input logic [9:0] want);
    a = va;
    b = vb;
    #1;
    if ({oAnd, oNand, oOr, oNor, oXor, oXnor, bif1, bif0, nif1, nif0} !== want) begin
      $display("FAIL: %b %b: %b, not %b", a, b,
               {oAnd, oNand, oOr, oNor, oXor, oXnor, bif1, bif0, nif1, nif0}, want);
      errors = errors + 1;
    end
  endtask
  initial begin
    //          and nand or nor xor xnor | bufif1 bufif0 notif1 notif0
    go(0, 0, 10'b01_01_01_z0z1);
    go(0, 1, 10'b01_10_10_0z1z);
    go(1, 0, 10'b01_10_10_z1z0);
    go(1, 1, 10'b10_10_01_1z0z);
    go(0, 1'bx, 10'b01_xx_xx_xxxx);
    go(1'bx, 0, 10'b01_xx_xx_zxzx);
    go(1, 1'bx, 10'bxx_10_xx_xxxx);
    go(1'bx, 1, 10'bxx_10_xx_xzxz);
    go(1'bz, 1, 10'bxx_10_xx_xzxz);
    go(1'bz, 0, 10'b01_xx_xx_zxzx);
    a = 1; b = 1; c = 1;
    #1;
    `check(o3, 1'b1)
    c = 0;
    #1;
    `check(o3, 1'b0)
    `check(o1, 1'b1)
    `check(o2, 1'b1)
    `check(n1, 1'b0)
    a = 1'bz;
    #1;
    `check(o1, 1'bx)
    `check(n1, 1'bx)
    `done
  end
endmodule
