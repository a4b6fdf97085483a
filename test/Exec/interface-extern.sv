// Tasks and functions of interfaces that connected modules define: extern, exports with
// prototypes, forkjoin; calls by ports, modports, names and virtual interfaces (IEEE 1800-2023
// 25.7.3, 25.7.4).
// No oracle: Icarus Verilog 11 has no extern subroutines; slang accepts it.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: read in top.g[1].m.a.Read
// CHECK-NEXT: read in top.m0.a.Read
// CHECK-NEXT: read in top.m1.a.Read
// CHECK: {{^PASS$}}
`include "check.svh"

package types;
  typedef struct { int a; string s; } pair_t;
endpackage

// Definitions in several modules, one at each instance of the interface.
interface bus;
  int calls = 0;
  extern task put(input int x, output int y, inout int z);
  extern function int twice(int v);
  extern function void note(string s);
  extern task change(ref int r);
  extern function types::pair_t make(int a, string s);
  modport user(input calls, import put, import function int twice(int v), note);
  modport maker(ref calls, export put, twice, task change(ref int r));
  task automatic relay(input int x, output int y);
    int z = 1;
    put(x, y, z);
    y += z;
  endtask
endinterface

module slow #(int Add = 100) (bus b);
  string last = "";
  task automatic b.put(input int x, output int y, inout int z);
    int keep = x;
    #5;
    y = keep + Add;
    z = z * 2;
    b.calls++;
  endtask
  function automatic int b.twice(int v);
    twice = 2 * v + Add;
  endfunction
  function void b.note(string s);
    last = {s, "!"};
  endfunction
  task automatic b.change(ref int r); r = r + 1; #1 r = r + Add; endtask
  function automatic types::pair_t b.make(int a, string s);
    make.a = a + Add;
    make.s = {s, s};
  endfunction
endmodule

module quick (bus.maker p);
  string last = "";
  task automatic p.put(input int x, output int y, inout int z);
    y = -x;
    z = z + 1;
    p.calls++;
  endtask
  function automatic int p.twice(int v); return v < 2 ? v : v + p.twice(v - 1); endfunction
  function void p.note(string s); last = s; endfunction
  task automatic p.change(ref int r); r = 0; endtask
  function automatic types::pair_t p.make(int a, string s);
    return '{a, s};
  endfunction
endmodule

module user (bus.user b);
  int y, z, w;
  initial begin
    z = 3;
    b.put(7, y, z);
    w = b.twice(10);
    b.note("user");
  end
endmodule

// A modport declares the subroutines; there is no other declaration.
interface lean;
  modport caller(import task send(input int x), import function int last());
  modport callee(export task send(input int x), export function int last());
endinterface
module receiver(interface l);
  int queue[$];
  task l.send(input int x);
    #2 queue.push_back(x);
  endtask
  function int l.last(); return queue[$]; endfunction
endmodule
module sender(lean.caller l, input int n);
  int got;
  initial begin
    #1 l.send(n);
    l.send(n + 1);
    got = l.last();
  end
endmodule

// All instances answer; the interface holds the result.
interface simple_bus;
  logic [7:0] data = 0;
  int targets = 0, late = 0;
  extern forkjoin task countTargets();
  extern forkjoin task Read(input logic [7:0] address);
  extern forkjoin task nobody(input int x);
  modport target(ref data, targets, late, export countTargets, Read);
  modport initiator(input data, import Read);
endinterface
module memory #(int Low = 0, High = 9) (interface a);
  logic [7:0] mem[256];
  initial foreach (mem[i]) mem[i] = 8'(i ^ 'h55);
  task a.countTargets();
    a.targets++;
  endtask
  task automatic a.Read(input logic [7:0] address);
    if (address >= Low && address <= High) begin
      #10 a.data = mem[address];
      $display("read in %m");
    end else begin
      #20 a.late++;
    end
  endtask
endmodule

// Defined for an interface that is an instance of the same module.
interface inner;
  extern function int value(int x);
  function int more(int x); return value(x) + 1; endfunction
endinterface
module holder #(int K = 1);
  inner i();
  function int i.value(int x); return x * K; endfunction
endmodule

module top;
  int errors = 0;
  bus b0(), b1();
  slow #(100) s(b0);
  quick q(.p(b1));
  user u0(b0), u1(b1.user);
  lean l[2]();
  receiver r[2](l);
  int numbers[2] = '{5, 50};
  sender s0(l[0], numbers[0]), s1(l[1].caller, numbers[1]);
  simple_bus sb(), empty();
  memory #(0, 9) m0(sb.target);
  for (genvar i = 1; i < 3; i++) begin : g
    memory #(10 * i, 10 * i + 9) m(sb);
  end
  memory #(0, 9) m1(sb);
  holder #(3) h3();
  holder #(4) h4();
  virtual bus v;
  virtual bus.user vu;
  int y, z, r2;
  initial begin
    z = 1;
    b0.put(1, y, z);
    `check(y === 101 && z === 2 && $time === 5, 1'b1)
    b1.put(1, y, z);
    `check(y === -1 && z === 3 && $time === 5, 1'b1)
    `check(b0.twice(4) === 108 && b1.twice(4) === 10, 1'b1)
    b0.relay(3, y);
    `check(y === 105, 1'b1)
    v = b1;
    v.put(9, y, z);
    `check(y === -9 && z === 4, 1'b1)
    v.relay(9, y);
    `check(y === -7, 1'b1)
    vu = b0;
    vu.put(9, y, z);
    `check(y === 109 && z === 8 && vu.twice(1) === 102, 1'b1)
    v.note("virtual");
    `check(q.last == "virtual" && s.last == "user!", 1'b1)
    v = b0;
    v.note("other");
    `check(q.last == "virtual" && s.last == "other!", 1'b1)
    r2 = 1;
    b0.change(r2);
    `check(r2 === 102, 1'b1)
    v = b1;
    v.change(r2);
    `check(r2 === 0, 1'b1)
    begin
      automatic types::pair_t p = b0.make(1, "ab");
      `check(p.a === 101 && p.s == "abab", 1'b1)
      p = v.make(2, "c");
      `check(p.a === 2 && p.s == "c", 1'b1)
    end
    `check(b0.calls === 4 && b1.calls === 4, 1'b1)
    `check(u0.y === 107 && u0.z === 6 && u0.w === 120, 1'b1)
    `check(u1.y === -7 && u1.z === 4 && u1.w === 55, 1'b1)
    `check(s0.got === 6 && s1.got === 51, 1'b1)
    sb.countTargets();
    empty.countTargets();
    empty.nobody(1);
    sb.nobody(1);
    `check(sb.targets === 4 && empty.targets === 0, 1'b1)
    `check(h3.i.value(5) === 15 && h4.i.more(5) === 21, 1'b1)
    begin
      automatic time t0 = $time;
      sb.Read(12);
      `check(sb.data === 8'(12 ^ 'h55) && sb.late === 3 && $time === t0 + 20, 1'b1)
      sb.Read(3);
      `check(sb.data === 8'(3 ^ 'h55) && sb.late === 5 && $time === t0 + 40, 1'b1)
    end
    `done
  end
endmodule
