// Code that takes signals to be known meets x and z in the middle of a block, in an
// array element, behind a division by zero and outside of an array, with values in
// registers and before stores; and goes on where they are known again.
// RUN: %run-tiers %s | FileCheck %s
module top;
  logic clk = 0;
  logic [7:0] a = 1, b = 2, sum, quotient, part, kept;
  logic [7:0] memory [0:7];
  logic [3:0] index = 0;
  logic [31:0] wide = 32'h0102_0304;
  integer trips = 0;

  always @(posedge clk) begin : mixed
    logic [7:0] x, y;
    x = a + 8'd1;
    kept = x;
    y = b ^ x;          // b may be unknown: x is in a register, kept has been stored
    sum <= x + y;
    quotient <= x / b;
    part <= wide[index * 4 +: 8];
    memory[index] <= sum;
    if (memory[index] > 8'd3 || memory[index ^ 1] == 8'd0)
      trips = trips + 1;
    for (int i = 0; i < 3; i++)
      wide = {wide[23:0], y} + memory[i + index];
  end

  function automatic logic [15:0] mix(input logic [7:0] p, input logic [7:0] q);
    logic [15:0] r;
    r = {p, q};
    for (int i = 0; i < 4; i++)
      r = r[0] ? r >> 1 : r + memory[i];
    return r;
  endfunction

  task step(string what);
    #1 clk = 1;
    #1 clk = 0;
    $display("%s: sum=%h quotient=%h part=%h kept=%h wide=%h trips=%0d mix=%h", what, sum,
             quotient, part, kept, wide, trips, mix(sum, kept));
  endtask

  initial begin
    // CHECK: start: sum=02 quotient=01 part=04 kept=02 wide=xxxxxxxx trips=0 mix=xxxx
    step("start");
    for (int i = 0; i < 8; i++) memory[i] = i;
    wide = 32'h0102_0304;
    // CHECK-NEXT: known: sum=02 quotient=01 part=04 kept=02 wide=04000102 trips=0 mix=0105
    b = 2; step("known");
    // CHECK-NEXT: zero: sum=04 quotient=xx part=02 kept=02 wide=02040304 trips=0 mix=0205
    b = 0; step("zero");
    // CHECK-NEXT: x: sum=xx quotient=xx part=04 kept=02 wide=xxxxxxxx trips=0 mix=xxxx
    b = 8'b1x; step("x");
    b = 3; memory[2] = 8'hzz;
    // CHECK-NEXT: z in memory: sum=03 quotient=00 part=xx kept=02 wide=xxxxxxxx trips=1 mix=xxxx
    step("z in memory");
    memory[2] = 9; index = 9;
    // CHECK-NEXT: outside: sum=03 quotient=00 part=xx kept=02 wide=xxxxxxxx trips=1 mix=xxxx
    step("outside");
    index = 1; wide = 5;
    for (int i = 0; i < 300; i++) begin // often enough to be given up and tried again
      b = i % 3 == 0 ? 8'hx0 : i;
      #1 clk = 1; #1 clk = 0;
    end
    wide = 5; b = 7;
    // CHECK-NEXT: at the end: sum=07 quotient=00 part=00 kept=02 wide=052f0e08 trips=197 mix=xxxx
    step("at the end");
  end
endmodule
