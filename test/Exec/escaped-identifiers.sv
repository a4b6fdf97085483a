// Escaped identifiers: any characters, the same name with and without the backslash,
// no confusion with hierarchical names and selects (IEEE 1800-2023 5.6.1).
// No oracle: Icarus Verilog 11 loses the blank of an escaped macro argument.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module child;
  reg r = 0;
  reg [1:0] m[0:1];
  initial m[0] = 2'b00;
endmodule
module test;
  int errors = 0;
  reg \bot.r ;
  reg [1:0] \bot.m[0] ;
  reg [3:0] \a+b , \plain ;
  wire \-> = \a+b [0];
  child bot();
  initial begin
    #1 \bot.r = 1;
    \bot.m[0] = 2'b11;
    \a+b = 4'd5;
    plain = 4'd7;
    #1;
    `check(\bot.r , 1'b1)
    `check(bot.r, 1'b0)
    `check(\bot.m[0] , 2'b11)
    `check(bot.m[0], 2'b00)
    `check(\plain , 4'd7)
    `check(\-> , 1'b1)
    `check(test.\a+b , 4'd5)
    `done
  end
endmodule
