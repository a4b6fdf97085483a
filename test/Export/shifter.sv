// Shifts and selects at computed positions, functions, loops, streams.
// RUN: %circt-verilog --two-state --ir-hw=dut %s -o %t.mlir
// RUN: %circt-sim --quiet --two-state %s > %t.expected
// RUN: %circt-sim --quiet %t.mlir > %t.actual
// RUN: cmp %t.expected %t.actual
// RUN: %circt-verilog --ir-hw --top dut %s | %circt-sim-opt | FileCheck %s

// CHECK: hw.module @dut
// CHECK-DAG: comb.shl
// CHECK-DAG: comb.shru
// CHECK-DAG: comb.shrs
module dut(input logic [12:0] v, input logic [4:0] n, output logic [12:0] l, r, output logic signed [12:0] s,
           output logic [12:0] rot, rev, output logic [3:0] part, minus, output logic bit_,
           output logic [12:0] ins, output logic [3:0] ones);
  function automatic logic [12:0] reversed(input logic [12:0] x);
    for (int i = 0; i < 13; i++) reversed[i] = x[12 - i];
  endfunction
  assign l = v << n;
  assign r = v >> n;
  assign s = $signed(v) >>> n;
  assign rot = (v << (n % 13)) | (v >> (13 - n % 13));
  assign rev = reversed(v);
  assign part = v[n +: 4];
  assign minus = v[n -: 4];
  assign bit_ = v[n];
  always_comb begin
    ins = v;
    ins[n +: 3] = 3'b101;
    ones = 0;
    for (int i = 0; i < 13; i++) begin
      if (i == 11) break;
      if (!v[i]) continue;
      ones = ones + 1;
      if (ones == 7) break;
    end
  end
endmodule

module tb;
  logic [12:0] v, l, r, rot, rev, ins;
  logic signed [12:0] s;
  logic [4:0] n;
  logic [3:0] part, minus, ones;
  logic bit_;
  dut u(.*);
  initial begin
    int unsigned x = 3;
    for (int i = 0; i < 200; i++) begin
      x = x * 1103515245 + 12345;
      {v, n} = x[30:13];
      #1 $display("%h %h: %h %h %h %h %h %h %h %b %h %h", v, n, l, r, s, rot, rev, part, minus, bit_, ins, ones);
    end
  end
endmodule
