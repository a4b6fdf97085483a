// Interfaces: ports, modports, tasks and functions inside, parameters, arrays
// (IEEE 1800-2023 25).
// No oracle: Icarus Verilog 11 has no interface ports.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface bus #(parameter int Width = 8) (input logic clk);
  logic [Width-1:0] data;
  logic valid, ready;
  int sent = 0;
  modport source(input clk, ready, output data, valid, import send);
  modport sink(input clk, data, valid, output ready);
  task automatic send(input logic [Width-1:0] v);
    data <= v;
    valid <= 1;
    do @(posedge clk); while (!ready);
    valid <= 0;
    sent++;
  endtask
  function automatic logic busy();
    return valid && !ready;
  endfunction
endinterface
module producer(bus.source b);
  initial begin
    b.valid = 0;
    b.send(8'h11);
    b.send(8'h22);
    b.send(8'h33);
  end
endmodule
module consumer(bus.sink b, output int total);
  initial begin
    total = 0;
    b.ready = 0;
    #12 b.ready = 1;
  end
  always @(posedge b.clk) if (b.valid && b.ready) total <= total + b.data;
endmodule
module test;
  int errors = 0, total;
  logic clk = 0;
  always #5 clk = ~clk;
  bus #(8) link(.clk(clk));
  bus #(.Width(4)) more[2](.clk);
  producer p(link);
  consumer c(.b(link), .total);
  initial begin
    #1;
    `check(link.busy(), 1'b1)
    `check(total, 0)
    #60;
    `check(total, 32'h66)
    `check(link.sent, 3)
    `check(link.data, 8'h33)
    `check(link.valid, 1'b0)
    more[1].data = 8'hff;
    `check(more[1].data, 4'hf)
    `check($bits(link.data), 8)
    `done
    $finish;
  end
endmodule
