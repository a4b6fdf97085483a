// Generic interface ports (IEEE 1800-2023 25.3.3).
// No oracle: Icarus Verilog 11 has no interface ports.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
interface small_bus;
  logic [3:0] data;
  logic valid = 0;
endinterface
interface large_bus;
  logic [15:0] data;
  function automatic int twice();
    return data * 2;
  endfunction
endinterface
module watch(interface any);
  wire [15:0] seen = any.data;
endmodule
module middle(interface link);
  watch w(link);
endmodule
module test;
  int errors = 0;
  small_bus s();
  large_bus l();
  watch a(s);
  middle b(l);
  initial begin
    s.data = 4'h9;
    l.data = 16'h1234;
    #1;
    `check(a.seen, 16'h0009)
    `check(b.w.seen, 16'h1234)
    `check(l.twice(), 32'h2468)
    l.data = 16'h0001;
    #1;
    `check(b.w.seen, 16'h0001)
    `done
  end
endmodule
