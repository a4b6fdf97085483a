// Classes, constraints, coverage, assertions parse without a word
// (IEEE 1800-2023 clauses 8, 16-19).
// RUN: %circt-sim --parse-only %s 2>&1 | FileCheck %s --allow-empty --implicit-check-not=error

virtual class base #(type T = int);
  protected T items[$];
  local static int count;
  pure virtual function void show(string prefix = "");
  extern function new(int seed);
  virtual task run(); endtask
endclass

function base::new(int seed);
  count = seed;
endfunction

class packet extends base#(bit [7:0]);
  rand bit [7:0] length, data[];
  randc bit [1:0] kind;
  constraint sizes { length inside {[1:16], 64}; data.size() == length; solve length before data;
                     kind dist {0 := 3, [1:2] :/ 2}; if (kind == 3) { soft length > 4; }
                     foreach (data[i]) data[i] != 0; kind == 1 -> length < 8; unique {length, kind}; }
  covergroup cg with function sample(bit [7:0] value);
    low: coverpoint value { bins few[] = {[0:3]}; bins step = (1 => 2), (3 [*2]); }
    both: cross low, kind { ignore_bins none = binsof(low) intersect {0}; }
  endgroup
  function new(); super.new(1); cg = new; endfunction
  virtual function void show(string prefix = ""); endfunction
endclass

module checks(input logic clk, rst, req, ack);
  default clocking cb @(posedge clk); input #1step req; output ack; endclocking
  default disable iff (rst);
  sequence handshake(n); req ##[1:n] ack; endsequence
  property once; int v; (req, v = 1) |=> (!req throughout ack [->1]) ##1 v == 1; endproperty
  a1: assert property (once) else $error("no");
  a2: assume property (@(posedge clk) disable iff (rst) handshake(4) implies s_eventually ack);
  c1: cover sequence (handshake(2));
  initial begin
    packet p = new;
    assert (p.randomize() with { length < 5; }) else $fatal;
    foreach (p.data[i]) $display("%0d", p.data[i]);
    randcase 1: cb.ack <= 1; 2: ##1 cb.ack <= 0; endcase
  end
endmodule
