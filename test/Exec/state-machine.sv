// A two-process state machine with an enumeration, one-hot outputs and a counter.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module traffic(input logic clk, rst, car, output logic [2:0] light);
  typedef enum logic [1:0] {Green, Yellow, Red} state;
  state now, next;
  logic [2:0] count;
  always_comb begin
    next = now;
    case (now)
      Green: if (car && count >= 3) next = Yellow;
      Yellow: next = Red;
      Red: if (count == 4) next = Green;
      default: next = Red;
    endcase
  end
  always_ff @(posedge clk or negedge rst)
    if (!rst) begin
      now <= Red;
      count <= 0;
    end else begin
      now <= next;
      count <= next == now ? count + 1 : 3'd0;
    end
  assign light = {now == Red, now == Yellow, now == Green};
endmodule
module test;
  int errors = 0;
  logic clk = 0, rst = 1, car = 0;
  logic [2:0] light;
  traffic dut(clk, rst, car, light);
  task cycles(input int n);
    repeat (n) begin
      #5 clk = 1;
      #5 clk = 0;
    end
  endtask
  initial begin
    #1 `check(light, 3'bxxx)
    rst = 0;
    #1 `check(light, 3'b100)
    rst = 1;
    cycles(4);
    `check(light, 3'b100)
    cycles(1);
    `check(light, 3'b001)
    cycles(6);
    `check(light, 3'b001)
    car = 1;
    cycles(1);
    `check(light, 3'b010)
    cycles(1);
    `check(light, 3'b100)
    cycles(5);
    `check(light, 3'b001)
    cycles(3);
    `check(light, 3'b001)
    cycles(1);
    `check(light, 3'b010)
    rst = 0;
    #1 `check(light, 3'b100)
    `done
  end
endmodule
