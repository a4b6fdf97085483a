// Virtual interfaces and what is inside of an interface: interfaces, generate blocks, static
// tasks, forced signals, parameters; $monitor and $strobe of what is behind one, several
// handles of one instance, events of those that change (IEEE 1800-2023 25.9).
// No oracle: Icarus Verilog 11 has no virtual interfaces; slang accepts it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^}}monitor 0 x{{$}}
// CHECK-NEXT: {{^}}monitor 7 x{{$}}
// CHECK-NEXT: {{^}}strobe 7{{$}}
// CHECK-NEXT: {{^}}monitor 7 9{{$}}
// CHECK: {{^PASS$}}
`include "check.svh"
interface inner #(parameter int P = 1)(input logic clk);
  logic [7:0] x = 0;
  int ticks = 0;
  always @(posedge clk) ticks++;
  function automatic int twice();
    return 2 * int'(x) + P;
  endfunction
endinterface
interface outer(input logic clk);
  inner #(3) first(clk);
  inner second(.clk(clk));
  logic [7:0] y;
  for (genvar g = 0; g < 2; g++) begin : gen
    logic [3:0] z = 4'(g);
    always @(posedge clk) z <= z + 4'd2;
  end
  int kept;
  task keep(input int n);
    static int total = 0;
    total += n;
    kept = total;
  endtask
  typedef enum {Idle, Busy} state_t;
  state_t state = Idle;
endinterface
module ports(inner all[4], output int sum);
  virtual inner list[4];
  initial begin
    list = all;
    foreach (list[i]) list[i].x = 8'(10 * i);
    sum = 0;
    foreach (list[i]) sum += list[i].twice();
  end
endmodule
module t;
  int errors = 0, wakes = 0;
  logic clk = 0;
  inner grid[2][2](clk), row[4](clk);
  virtual inner cells[2][2], other[3:0];
  int sum;
  ports u(row, sum);
  initial begin
    cells = grid;
    other = row;
    `check(cells[1][0] == grid[1][0], 1'b1)
    `check(cells[0][1] == grid[0][1], 1'b1)
    `check(other[3] == row[0], 1'b1)
    #1 `check(sum, 124)
    `check(row[3].x, 30)
  end
  outer o(clk), p(clk);
  virtual outer v, w;
  virtual inner #(3) f;
  virtual inner s;
  initial begin
    v = o;
    f = v.first;
    s = v.second;
    `check(f == o.first, 1'b1)
    v.first.x = 8'h11;
    `check(f.x, 8'h11)
    `check(f.twice(), 37)
    `check(v.first.twice(), 37)
    `check(v.second.twice(), 1)
    `check(s.twice(), 1)
    `check(v.gen[1].z, 4'd1)
    v.gen[1].z = 4'd8;
    #1 clk = 1;
    #1 `check(o.gen[1].z, 4'd10)
    `check(v.gen[0].z, 4'd2)
    `check(f.ticks, 1)
    v.keep(5);
    w = p;
    w.keep(7);
    v.keep(1);
    `check(o.kept, 6)
    `check(p.kept, 7)
    v.state = v.state.next();
    `checkString(v.state.name(), "Busy")
    `checkString(o.state.name(), "Busy")
    `check($bits(v.first.x), 8)
    force o.y = o.first.x + 1;
    `check(v.y, 8'h12)
    f.x = 8'h20;
    v.y = 8'h55;
    #1 `check(v.y, 8'h21)
    release o.y;
    v.y = 8'h00;
    `check(o.y, 8'h00)
    w.y = 'x;
    f.x = 0;
    $monitor("monitor %0d %0d", v.first.x, w.y);
    #1 f.x = 7;
    $strobe("strobe %0d", v.first.x);
    #1 w.y = 9;
    #1 $monitoroff;
    // The event is of the instance that the variable refers to when the wait begins.
    fork
      begin
        @(w.y) wakes++;
        `check(w == o, 1'b1)
        @(w.y) wakes++;
      end
      begin
        #1 w = v;
        #1 o.y = 1;
        #1 p.y = 3;
        #1 p.y = 4;
        #1 o.y = 5;
      end
    join
    `check(wakes, 2)
    `check($time, 11)
    `done
    $finish;
  end
endmodule
