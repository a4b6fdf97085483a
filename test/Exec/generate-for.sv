// Loop generate: names of the instances, genvar arithmetic, nesting, nets across
// blocks (IEEE 1800-2023 27.4).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module cell_ #(parameter Id = 0) (input a, output y);
  assign y = ~a;
endmodule
module test;
  int errors = 0;
  logic [7:0] in = 8'h3c;
  wire [7:0] out, chain;
  genvar i, j;
  generate
    for (i = 0; i < 8; i = i + 1) begin : bits
      localparam Twice = 2 * i;
      wire w;
      cell_ #(.Id(i)) c(.a(in[i]), .y(w));
      assign out[7 - i] = w;
      if (i == 0) assign chain[0] = in[0];
      else assign chain[i] = chain[i-1] ^ in[i];
    end
    for (i = 0; i < 2; i = i + 1) begin : row
      for (j = 0; j < 3; j = j + 1) begin : col
        logic [7:0] v = 10 * i + j;
      end
    end
    for (i = 8; i > 0; i = i >> 1) begin : down
      localparam Value = i;
    end
  endgenerate
  for (genvar k = 0; k < 2; k++) begin : late
    int seen;
    initial seen = k + 5;
  end
  initial begin
    #1;
    `check(out, 8'hc3)
    `check(chain, 8'b0001_0100)
    `check(bits[3].Twice, 6)
    `check(bits[5].c.Id, 5)
    `check(bits[2].w, 1'b0)
    `check(row[1].col[2].v, 8'd12)
    `check(down[8].Value, 8)
    `check(down[1].Value, 1)
    `check(late[1].seen, 6)
    in = 8'h01;
    #1;
    `check(out, 8'h7f)
    `check(chain, 8'hff)
    `done
  end
endmodule
