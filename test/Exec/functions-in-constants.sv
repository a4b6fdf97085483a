// Constant functions in parameters, ranges and generate conditions
// (IEEE 1800-2023 13.4.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  function automatic integer log2(input integer n);
    log2 = 0;
    while (n > 1) begin
      n = n >> 1;
      log2 = log2 + 1;
    end
  endfunction
  function automatic [7:0] crcByte(input [7:0] start);
    reg [7:0] r;
    integer i;
    begin
      r = start;
      for (i = 0; i < 8; i = i + 1)
        if (r[7]) r = (r << 1) ^ 8'h07;
        else r = r << 1;
      crcByte = r;
    end
  endfunction
  localparam Depth = 100;
  localparam Bits = log2(Depth) + 1;
  localparam [7:0] Crc = crcByte(8'hff);
  logic [Bits-1:0] address;
  logic [log2(64)-1:0] six;
  genvar i;
  wire [7:0] table_[0:3];
  for (i = 0; i < 4; i = i + 1) begin : rows
    localparam [7:0] Value = crcByte(i);
    assign table_[i] = Value;
  end
  if (log2(Depth) == 6) begin : yes
    localparam Marker = 1;
  end
  initial begin
    #1;
    `check(Bits, 7)
    `check($bits(address), 7)
    `check($bits(six), 6)
    `check(Crc, crcByte(8'hff))
    `check(Crc, 8'hf3)
    `check(table_[1], 8'h07)
    `check(table_[2], 8'h0e)
    `check(table_[3], 8'h09)
    `check(yes.Marker, 1)
    `done
  end
endmodule
