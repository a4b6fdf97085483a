// Drives the FIFO with random pushes and pops, in phases that fill it, drain it
// and keep it busy, and compares every cycle with a model: an array with the
// indices of the first and the last entry.
//
//   -G Width=16 -G Depth=5     another FIFO
//   +cycles=100000             a longer test
module tb;
  parameter int Width = 8;
  parameter int Depth = 8;

  logic clk = 0, rst = 1, push = 0, pop = 0;
  logic [Width-1:0] pushData, data;
  logic empty, full;
  logic [$clog2(Depth):0] level;

  fifo #(.Width(Width), .Depth(Depth)) dut (
    .clk(clk), .rst(rst), .push(push), .pushData(pushData), .pop(pop),
    .data(data), .empty(empty), .full(full), .level(level)
  );

  always #5 clk = ~clk;

  logic [Width-1:0] model[0:Depth-1];
  int first = 0, count = 0;
  int cycles, errors = 0, pushes = 0, pops = 0, timesFull = 0, timesEmpty = 0;

  task check(input string what, input int got, input int expected);
    if (got !== expected) begin
      $display("FAIL at %0t: %s is %0d, not %0d", $time, what, got, expected);
      errors = errors + 1;
    end
  endtask

  task compare;
    check("level", level, count);
    check("empty", empty, count == 0);
    check("full", full, count == Depth);
    if (count > 0) check("data", data, model[first]);
  endtask

  // What the next clock edge will do, applied to the model.
  task advance;
    bit doPush, doPop;
    doPush = push && count < Depth;
    doPop = pop && count > 0;
    if (doPush) model[(first + count) % Depth] = pushData;
    if (doPop) first = (first + 1) % Depth;
    count = count + doPush - doPop;
    pushes = pushes + doPush;
    pops = pops + doPop;
    if (count == Depth) timesFull = timesFull + 1;
    if (count == 0) timesEmpty = timesEmpty + 1;
  endtask

  initial begin
    if (!$value$plusargs("cycles=%d", cycles)) cycles = 1000;
    repeat (2) @(negedge clk);
    rst = 0;
    for (int i = 0; i < cycles; i++) begin
      // Out of four: pushes are likely in the first phase, pops in the second.
      push = $urandom_range(3) < (i / 50 % 3 == 1 ? 1 : 3);
      pop = $urandom_range(3) < (i / 50 % 3 == 0 ? 1 : 3);
      pushData = $urandom;
      #1 compare;
      advance;
      @(negedge clk);
    end
    compare;
    if (pushes - pops != count) check("pushes - pops", pushes - pops, count);
    if (timesFull == 0 || timesEmpty == 0) check("coverage", 0, 1);
    if (errors == 0) $display("PASS: %0d cycles, Width=%0d, Depth=%0d", cycles, Width, Depth);
    else $fatal(1, "%0d errors", errors);
    $finish;
  end
endmodule
