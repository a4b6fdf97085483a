// $countdrivers: forced nets, kinds of drivers, bits, ports, switches (IEEE 1800-2023 D.2).
// Expected results: Icarus Verilog 14.
// RUN: %run-tiers -I %S/../Exec/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module pad(inout wire p, input wire enable, value);
  assign p = enable ? value : 1'bz;
endmodule
module test;
  int errors = 0;
  wire none, one = 1'b1, unknown = 1'bx;
  wand many;
  assign many = 1'b0, many = 1'b0, many = 1'b1, many = 1'bx, many = 1'bz;
  wire [1:0] bus;
  logic [3:0] enable = 0;
  pad p0(bus[0], enable[0], 1'b0), p1(bus[1], enable[1], 1'b1), p2(bus[0], enable[2], 1'b1);
  wire left, right;
  logic source = 1'bz, on = 1'b1;
  assign left = source;
  tranif1(left, right, on);
  bit [7:0] multiple, forced, all, zeros, ones, others;
  `define counted(net) (multiple = $countdrivers(net, forced, all, zeros, ones, others))
  `define counts {forced[3:0], all[3:0], zeros[3:0], ones[3:0], others[3:0]}
  initial begin
    #1;
    `check($countdrivers(none), 0)
    `check($countdrivers(many, forced), 1)
    `check(`counted(none), 8'd0)
    `check(`counts, 20'h00000)
    `check(`counted(one), 8'd0)
    `check(`counts, 20'h01010)
    `check(`counted(unknown), 8'd0)
    `check(`counts, 20'h01001)
    `check(`counted(many), 8'd1)
    `check(`counts, 20'h04211)
    force one = 1'bz;
    force none = 1'b1;
    `check(`counted(one), 8'd0)
    `check(`counts, 20'h11010)
    `check(`counted(none), 8'd0)
    `check(`counts, 20'h10000)
    release one;
    `check(`counted(one), 8'd0)
    `check(`counts, 20'h01010)
    `check(`counted(bus[0]), 8'd0)
    `check(`counts, 20'h00000)
    enable = 4'b0111;
    #1;
    `check(`counted(bus[0]), 8'd1)
    `check(`counts, 20'h02110)
    `check(`counted(bus[1]), 8'd0)
    `check(`counts, 20'h01010)
    `check(`counted(p2.p), 8'd1)
    `check(`counts, 20'h02110)
    `check(`counted(right), 8'd0)
    `check(`counts, 20'h00000)
    source = 1'b0;
    #1;
    `check(`counted(right), 8'd0)
    `check(`counts, 20'h01100)
    `check(`counted(left), 8'd1)
    `check(`counts, 20'h02200)
    on = 1'b0;
    #1;
    `check(`counted(right), 8'd0)
    `check(`counts, 20'h00000)
    `done
  end
endmodule
