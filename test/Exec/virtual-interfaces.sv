// Variables that are virtual interfaces: what they refer to, members by name, modports,
// clocking blocks, tasks and functions, events, waits, arrays and structures of them
// (IEEE 1800-2023 25.9).
// No oracle: Icarus Verilog 11 has no virtual interfaces; slang accepts it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface bus #(parameter int Width = 8) (input logic clk);
  logic [Width-1:0] data = 0;
  logic valid = 0, ready = 0;
  wire [3:0] net;
  logic [3:0] drive = 'z;
  int memory[4];
  struct packed {
    logic [3:0] hi, lo;
  } pair;
  string name = "none";
  event done;
  int calls = 0;
  assign net = drive;
  modport source(input clk, ready, output data, valid, import send, import sum);
  modport sink(input clk, data, valid, output ready);
  modport low(output .nibble(pair.lo));
  clocking cb @(posedge clk);
    default input #1step output #1;
    input ready;
    output valid;
    inout data;
  endclocking
  function automatic int sum(int a, int b);
    calls++;
    return a + b + int'(data);
  endfunction
  task automatic send(input logic [Width-1:0] v, output int when_);
    data <= v;
    valid <= 1;
    @(posedge clk);
    valid <= 0;
    calls++;
    when_ = int'($time);
  endtask
  function void setName(string s);
    name = s;
  endfunction
endinterface

package helpers;
  int seen = 0;
  function automatic logic [7:0] peek(virtual bus v);
    return v.data;
  endfunction
  task automatic poke(virtual interface bus v, logic [7:0] value);
    v.data = value;
    #1;
    v.data++;
    seen++;
  endtask
endpackage

module user(bus.sink b, bus plain, output int copies);
  virtual bus.sink v;
  virtual bus w;
  initial begin
    v = b;
    w = plain;
    copies = 0;
    forever begin
      @(posedge v.clk iff v.valid);
      v.ready <= 1;
      copies++;
      if (w.data !== v.data) copies = 1000;
    end
  end
endmodule

module t;
  import helpers::*;
  logic clk = 0;
  int errors = 0, when_, copies;
  bus b(clk);
  bus array[3](clk);
  bus #(16) wide(.clk(clk));
  bus #(.Width(8)) same(clk);
  user u(.b(b), .plain(b), .copies);
  for (genvar g = 0; g < 2; g++) begin : gen
    bus inner(clk);
  end

  typedef virtual bus handle_t;
  virtual bus v, other;
  virtual bus #(16) w;
  virtual bus #(.Width(8)).source s;
  virtual bus.low low;
  handle_t fixed[3], dynamic_[], queue[$], assoc[string];
  struct {
    int number;
    handle_t bus_;
  } record;
  virtual bus initialised = array[1];
  logic [7:0] got;
  int events = 0;

  function automatic handle_t pick(int i);
    return i == 0 ? fixed[0] : fixed[i];
  endfunction

  initial begin
    wait (v != null);
    forever @(v.data) events++;
  end

  task automatic drive(virtual bus which, int n);
    which.memory[n] = n * 10;
    which.pair.hi = 4'(n);
    which.pair[1:0] = 2'b11;
  endtask

  initial begin
    `check(v == null, 1'b1)
    v = b;
    `check(v == null, 1'b0)
    `check(v != null && v.data == 0, 1'b1)
    `check(v == b, 1'b1)
    `check(v != other, 1'b1)
    #1;
    v.data = 8'h55;
    `check(b.data, 8'h55)
    b.data = 8'h66;
    `check(v.data, 8'h66)
    v.data <= 8'h77;
    `check(v.data, 8'h66)
    #1 `check(b.data, 8'h77)
    v.data <= #3 8'h78;
    v.data = #1 8'h70;
    `check(b.data, 8'h70)
    #3 `check(b.data, 8'h78)
    v.data[3:0] = 4'hf;
    v.data[7] <= 1'b1;
    #1 `check(b.data, 8'hff)
    v.drive = 4'b10z1;
    #1 `check(v.net, 4'b10z1)
    `check(b.net, 4'b10z1)
    v.pair.lo = 5;
    v.memory[2] = 42;
    `check(b.memory[2], 42)
    `check(v.pair, {4'hx, 4'd5})
    v.name = "first";
    v.name[0] = "F";
    `checkString(b.name, "First")
    // Same parameters by another way.
    other = same;
    other.data = 3;
    `check(peek(same), 8'h03)
    `check(peek(v), 8'hff)
    poke(other, 9);
    `check(same.data, 8'd10)
    w = wide;
    w.data = 16'habcd;
    `check(wide.data, 16'habcd)
    `check($bits(w.data), 16)
    `check($bits(v.data), 8)
    // Restriction to a modport.
    s = v;
    s.data = 8'h21;
    `check(b.data, 8'h21)
    `check(s.sum(1, 2), 36)
    low = v;
    low.nibble = 4'ha;
    `check(b.pair.lo, 4'ha)
    `check(initialised == array[1], 1'b1)
    // Containers.
    for (int i = 0; i < 3; i++) fixed[i] = null;
    fixed[0] = array[0];
    fixed[1] = array[1];
    fixed[2] = gen[1].inner;
    foreach (fixed[i]) begin
      fixed[i].data = 8'(i + 1);
      drive(fixed[i], i);
    end
    `check(array[1].data, 8'd2)
    `check(gen[1].inner.data, 8'd3)
    `check(gen[1].inner.memory[2], 20)
    `check(gen[1].inner.pair.hi, 4'd2)
    `check(gen[1].inner.pair.lo[1:0], 2'b11)
    dynamic_ = new[2];
    `check(dynamic_[1] == null, 1'b1)
    dynamic_[1] = array[2];
    dynamic_[1].data = 17;
    `check(array[2].data, 8'd17)
    queue = '{b, array[0]};
    queue.push_back(same);
    `check(queue.size(), 3)
    queue[2].data = 19;
    `check(same.data, 8'd19)
    assoc["x"] = gen[0].inner;
    assoc["x"].data = 23;
    `check(gen[0].inner.data, 8'd23)
    record.number = 4;
    record.bus_ = array[0];
    record.bus_.data = 25;
    `check(array[0].data, 8'd25)
    other = pick(2);
    `check(other.data, 8'd3)
    other = pick(1);
    `check(other.sum(0, 1), 3)
    record.bus_.setName("zero");
    `checkString(array[0].name, "zero")
    // Tasks that wait, events and waits.
    fork
      repeat (30) #5 clk = !clk;
      begin
        v.send(8'h99, when_);
        `check(v.valid, 1'b1)
        -> v.done;
        #1 `check(b.valid, 1'b0)
      end
      begin
        @v.done;
        `check(int'($time), when_)
      end
      begin
        wait (v.valid);
        `check(v.data, 8'h99)
        @(negedge v.valid) `check(b.valid, 1'b0)
      end
    join_any
    `check(b.calls, 2)
    `check(copies, 1)
    // Clocking blocks.
    @v.cb;
    v.cb.data <= 8'h31;
    v.cb.valid <= 1;
    ;
    @v.cb `check(b.data, 8'h31)
    `check(b.valid, 1'b1)
    b.ready = 1;
    @(v.cb);
    `check(v.cb.ready, 1'b1)
    v.cb.data <= ##1 8'h32;
    repeat (2) @(v.cb);
    #1 `check(v.data, 8'h32)
    // The handle that is waited for may come later.
    fork
      begin
        automatic virtual bus late;
        fork
          #3 late = array[2];
          #6 array[2].valid = 1;
        join_none
        wait (late != null && late.valid);
        `check(late.valid, 1'b1)
      end
    join
    other = events > 2 ? v : null;
    `check(other == b, 1'b1)
    other = null;
    if (other) `check(1, 0)
    if (!v) `check(1, 0)
    `checkString($sformatf("%p", fixed), "'{t.array[0], t.array[1], t.gen[1].inner}")
    `checkString($sformatf("%p %0d", v, fixed[1]), "t.b t.array[1]")
    queue = {queue, array[1]};
    `check(queue.size(), 4)
    `check(queue[3] == array[1], 1'b1)
    queue = queue.find with (item == b);
    `check(queue.size(), 1)
    `check(helpers::seen, 1)
    `done
    $finish;
  end
endmodule
