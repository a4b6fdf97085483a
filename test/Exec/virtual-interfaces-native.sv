// Members of virtual interfaces in code that is hot: each of a few instances in turn, in a
// function, by a task that is suspended, and from a package (IEEE 1800-2023 25.9).
// No oracle: Icarus Verilog 11 has no virtual interfaces. Values of the functions: Verilator 5.051.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface cell_if(input logic [3:0] tag);
  logic [15:0] value = 0;
  logic [99:0] wide = 0;
  int count = 0;
  function automatic int step(int by);
    value = value + 16'(by);
    count++;
    return int'(value) + int'(tag);
  endfunction
  task automatic pause(int n);
    repeat (n) #1 count++;
  endtask
endinterface
package work_pkg;
  function automatic longint total(virtual cell_if list[4]);
    longint sum = 0;
    for (int round = 0; round < 50; round++)
      foreach (list[i]) begin
        list[i].value ^= 16'(round);
        list[i].wide = {list[i].wide[98:0], ^list[i].value};
        sum += list[i].step(round + i) + list[i].tag;
      end
    return sum;
  endfunction
endpackage
module t;
  import work_pkg::*;
  int errors = 0;
  logic [3:0] tag = 1;
  cell_if a(tag), b(4'd2), c(4'(tag + 2)), d(4'd4);
  virtual cell_if list[4];
  longint first, second;
  initial begin
    list = '{a, b, c, d};
    #1 first = total(list);
    `check(first, 64'd50574)
    `check(a.count + b.count + c.count + d.count, 200)
    `check(d.wide, 100'h189fabd898c16)
    tag = 5;
    for (int i = 0; i < 4; i++) begin
      automatic virtual cell_if mine = list[i];
      automatic int n = 20 + i;
      fork
        mine.pause(n);
      join_none
    end
    wait fork;
    `check($time, 24)
    `check(d.count, 73)
    second = total('{d, c, b, a});
    `check(second, 64'd234350)
    `done
  end
endmodule
