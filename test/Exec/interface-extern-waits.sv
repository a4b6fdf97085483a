// Extern subroutines of interfaces: waits and disable in them, static variables, forkjoin with
// outputs, defaults of prototypes, references to what they read, names of their scopes, binds and
// programs (IEEE 1800-2023 25.7.4).
// No oracle: Icarus Verilog 11 has no extern subroutines; slang accepts it.
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
// CHECK: a 1 top.d.a.t
// CHECK-NEXT: a 2 top.d.a.t
// CHECK-NEXT: a 3 top.d.a.t
// CHECK-NEXT: A
// CHECK-NEXT: b 10 top.d.b.t
// CHECK-NEXT: own top.d.t
// CHECK-NEXT: B3 top.d.g.b.name.blk
// CHECK-NEXT: extra top.h.x.a.t
// CHECK-NEXT: E
// CHECK-NEXT: put 13 9 5
// CHECK-NEXT: both 17 15
// CHECK-NEXT: other top.o.b.q
// CHECK-NEXT: other top.o2.b.q
// CHECK-NEXT: q 7 top.m.d.b.q
// CHECK-NEXT: forkjoin 11 22
// CHECK-NEXT: 42 3
// CHECK-NEXT: waited 33
// CHECK-NEXT: pair 101 102
// CHECK-NEXT: disabled 135
// CHECK-NEXT: end 135
// CHECK: final B4 top.d.g.b.name.blk

interface named;
  extern task t();
  extern function string name();
endinterface
module two(named a, named b);
  task t(); $display("own %m"); endtask
  task a.t(); static int n = 1; $display("a %0d %m", n); n++; endtask
  task b.t(); static int n = 10; $display("b %0d %m", n); n++; t(); endtask
  function string a.name(); name = "A"; endfunction
  if (1) begin : g
    function string b.name();
      static int n = 3;
      begin : blk
        int q;
        q = n++;
        return $sformatf("B%0d %m", q);
      end
    endfunction
  end
endmodule
program caller(named a); initial begin a.t(); a.t(); #500; end endprogram
module extra(named a);
  task a.t(); $display("extra %m"); endtask
  function string a.name(); return "E"; endfunction
endmodule
module host; named i(); endmodule
bind host extra x(i);
package pk;
  task automatic call(virtual named v); v.t(); $display("%s", v.name()); endtask
endpackage

interface bus(input logic clk);
  logic [7:0] data;
  extern task t(input int x, output int y);
  extern function int f(int x);
  extern function int k(int x = 40, int y);
  extern forkjoin task q(output int o, input int i);
  extern task own(input int i, output int o);
  task both(output int y); t(f(1), y); endtask
endinterface
module dev #(int N = 0) (bus b);
  int state = N;
  task b.t(input int x, output int y);
    begin : blk
      int loc;
      loc = x;
      @(posedge b.clk);
      y = loc + N + b.data;
      state++;
    end
  endtask
  function int b.f(int x); return x + state; endfunction
  function int b.k(int x, int y); return x + y; endfunction
  task automatic b.q(output int o, input int i);
    #(N) o = i + N;
    $display("q %0d %m", N);
  endtask
  task automatic b.own(input int i, output int o); #i o = i + 100; endtask
  initial forever @(posedge b.clk)
    if (state == 99) begin
      $display("disabled %0t", $time);
      disable b.t;
    end
endmodule
module mid(bus b);
  dev #(7) d(b);
endmodule
module other(bus b);
  task automatic b.q(output int o, input int i);
    #3 o = i * 100;
    $display("other %m");
  endtask
endmodule

module top;
  logic clk = 0;
  named x(), y();
  two d(x, y);
  caller p(x);
  host h();
  virtual named v[$];
  bus b(clk), c(clk);
  mid m(b);
  dev #(1) e(c);
  other o(b), o2(b);
  int r, s;
  initial forever #5 clk = !clk;
  initial begin
    b.data = 1;
    c.data = 2;
    v = '{x, y, h.i};
    #1 foreach (v[i]) pk::call(v[i]);
    fork b.t(5, r); c.t(6, s); join
    $display("put %0d %0d %0t", r, s, $time);
    b.both(r);
    $display("both %0d %0t", r, $time);
    b.q(r, 4);
    $display("forkjoin %0d %0t", r, $time);
    $display("%0d %0d", b.k(.y(2)), b.k(1, 2));
    fork
      begin wait (c.f(3) > 13); $display("waited %0t", $time); end
      begin #7 m.d.state = 50; #4 e.state = 60; end
    join
    fork b.own(1, r); b.own(2, s); join
    $display("pair %0d %0d", r, s);
    #97 m.d.state = 99;
    #1 b.t(1, r);
    $display("end %0t", $time);
    $finish;
  end
  final $display("final %s", y.name());
endmodule
