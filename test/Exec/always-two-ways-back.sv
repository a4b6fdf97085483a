// An always procedure whose loop has two ways back to its event control (IEEE 1800-2023 9.6.2):
// each activation runs the body once.
// RUN: %run-tiers %s | FileCheck %s
module tb;
  reg [7:0] req;
  reg [2:0] last;
  reg none;
  integer k;
  always @* begin : search
    last = 0;
    none = 1;
    begin : scan
      for (k = 7; k >= 0; k = k - 1)
        if (req[k]) begin
          last = k[2:0];
          none = 0;
          disable scan;
        end
    end
  end
  initial begin
    // CHECK: 7 0
    req = 8'hff;
    #1 $display("%d %b", last, none);
    // CHECK-NEXT: 5 0
    req = 8'h21;
    #1 $display("%d %b", last, none);
    // CHECK-NEXT: 0 1
    req = 8'h00;
    #1 $display("%d %b", last, none);
  end
endmodule
