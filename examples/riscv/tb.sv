// Loads a program, runs it, prints what it writes to the UART, and checks the
// exit code. Plusargs: +program=<hex file>, +max_cycles=<n>, +loops=<n> (how
// often the program repeats its work; word 1 of the image).
`timescale 1ns / 1ps
module tb;
  logic clk = 0, rst = 1;
  logic uartValid, exitValid, trap;
  logic [7:0] uartData;
  logic [31:0] exitCode;
  logic [63:0] retired;

  soc dut (.*);

  always #5 clk = ~clk;

  reg [1023:0] program_file;
  integer cycles = 0, maxCycles, loops;

  initial begin
    if (!$value$plusargs("program=%s", program_file)) program_file = "examples/riscv/program.hex";
    $readmemh(program_file, dut.ram);
    if ($value$plusargs("loops=%d", loops)) dut.ram[1] = loops;
    if (!$value$plusargs("max_cycles=%d", maxCycles)) maxCycles = 2000000;
    repeat (4) @(posedge clk);
    rst <= 0;
  end

  always @(posedge clk) begin
    cycles <= cycles + 1;
    if (uartValid) $write("%c", uartData);
    if (exitValid) begin
      $display("cycles=%0d retired=%0d", cycles, retired);
      if (exitCode == 0) $display("TEST PASSED");
      else $display("TEST FAILED: exit code %0d", exitCode);
      $finish;
    end
    if (trap) begin
      $display("TEST FAILED: trap");
      $finish;
    end
    if (cycles >= maxCycles) begin
      $display("TEST FAILED: no exit after %0d cycles", cycles);
      $finish;
    end
  end
endmodule
