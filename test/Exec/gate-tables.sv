// Gates and small continuous assignments of one bit, which run by truth tables: results of all
// inputs, inertial delays, forces, waits and monitors on their outputs
// (IEEE 1800-2023 10.3.3, 10.6.2, 28.4, 28.16). The expected lines are those of Icarus Verilog.
// RUN: %run-tiers %s | FileCheck %s
// RUN: %circt-sim --dump-bytecode %s | FileCheck %s --check-prefix=TABLE
// TABLE: table slot0 of slot1 slot2 0000 01xx 0xxx 0xxx
// CHECK: digest 6955d9482eaed5c7
// CHECK-NEXT: 788 p=1 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 789 p=1 slow=0 slower=0 chain=001 vec=0
// CHECK-NEXT: 790 p=0 slow=0 slower=0 chain=011 vec=0
// CHECK-NEXT: 791 p=0 slow=0 slower=0 chain=110 vec=0
// CHECK-NEXT: 792 p=0 slow=0 slower=0 chain=100 vec=0
// CHECK-NEXT: 793 p=0 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 794 p=1 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 795 p=1 slow=0 slower=0 chain=001 vec=0
// CHECK-NEXT: 796 p=1 slow=0 slower=0 chain=011 vec=0
// CHECK-NEXT: 797 p=1 slow=1 slower=0 chain=010 vec=0
// CHECK-NEXT: 798 p=0 slow=1 slower=0 chain=010 vec=0
// CHECK-NEXT: 799 p=1 slow=1 slower=0 chain=110 vec=0
// CHECK-NEXT: 800 p=1 slow=1 slower=0 chain=000 vec=0
// CHECK-NEXT: 801 p=1 slow=1 slower=0 chain=011 vec=0
// CHECK-NEXT: 802 p=1 slow=1 slower=0 chain=010 vec=0
// CHECK-NEXT: 806 p=1 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 809 p=0 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 810 p=0 slow=1 slower=1 chain=110 vec=0
// CHECK-NEXT: 811 p=0 slow=1 slower=0 chain=100 vec=0
// CHECK-NEXT: 812 p=0 slow=1 slower=0 chain=101 vec=0
// CHECK-NEXT: 814 p=0 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 830 p=0 slow=0 slower=0 chain=101 vec=1
// CHECK-NEXT: 833 p=0 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 835 p=x slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 836 p=x slow=0 slower=0 chain=x01 vec=0
// CHECK-NEXT: 837 p=x slow=0 slower=x chain=xx1 vec=0
// CHECK-NEXT: 838 p=x slow=x slower=x chain=xxx vec=0
// CHECK-NEXT: 845 p=z slow=x slower=x chain=xxx vec=0
// CHECK-NEXT: 855 p=1 slow=x slower=x chain=xxx vec=0
// CHECK-NEXT: 856 p=1 slow=x slower=x chain=0xx vec=0
// CHECK-NEXT: 857 p=1 slow=x slower=x chain=01x vec=0
// CHECK-NEXT: 858 p=1 slow=1 slower=x chain=010 vec=0
// CHECK-NEXT: 862 p=1 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 865 p=1 slow=0 slower=1 chain=010 vec=0
// CHECK-NEXT: 875 p=0 slow=0 slower=1 chain=010 vec=0
// CHECK-NEXT: 876 p=0 slow=0 slower=1 chain=110 vec=0
// CHECK-NEXT: 877 p=0 slow=0 slower=0 chain=100 vec=0
// CHECK-NEXT: 878 p=0 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 885 p=1 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 886 p=1 slow=0 slower=0 chain=001 vec=0
// CHECK-NEXT: 887 p=1 slow=0 slower=0 chain=011 vec=0
// CHECK-NEXT: 888 p=1 slow=0 slower=0 chain=010 vec=0
// CHECK-NEXT: 892 p=1 slow=0 slower=1 chain=010 vec=0
// CHECK-NEXT: 905 p=1 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 915 p=1 slow=1 slower=1 chain=110 vec=0
// CHECK-NEXT: 916 p=1 slow=1 slower=1 chain=100 vec=0
// CHECK-NEXT: 917 p=1 slow=1 slower=1 chain=101 vec=0
// CHECK-NEXT: 920 p=1 slow=1 slower=1 chain=001 vec=0
// CHECK-NEXT: 921 p=1 slow=1 slower=1 chain=011 vec=0
// CHECK-NEXT: 922 p=1 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 930 p=0 slow=1 slower=1 chain=010 vec=0
// CHECK-NEXT: 931 p=0 slow=1 slower=1 chain=110 vec=0
// CHECK-NEXT: 932 p=0 slow=1 slower=0 chain=100 vec=0
// CHECK-NEXT: 933 p=0 slow=1 slower=0 chain=101 vec=0
// CHECK-NEXT: 935 p=0 slow=0 slower=0 chain=101 vec=0
// CHECK-NEXT: 7 rises, 14 changes, 11111111 0000
module tables;
  reg a, b, c, d;
  wire gAnd, gOr, gXor, gNand, gNor, gXnor, gBuf, gNot;
  and #2 (gAnd, a, b);
  or #2 (gOr, a, b);
  xor #2 (gXor, a, b);
  nand #2 (gNand, a, b);
  nor #2 (gNor, a, b);
  xnor #2 (gXnor, a, b);
  buf #2 (gBuf, a);
  not #2 (gNot, a);
  wire g4, g3, mix;
  and (g4, a, b, c, d);
  xor (g3, a, b, c);
  reg [3:0] v;
  wire fromVector;
  nand #1 (fromVector, v[1], v[3]);

  // Rise 3, fall 5: pulses shorter than the delay disappear.
  reg p;
  wire slow, slower, chain0, chain1, chain2;
  buf #(3, 5) (slow, p);
  buf #(7, 2) (slower, p);
  not #1 (chain0, p);
  not #1 (chain1, chain0);
  not #1 (chain2, chain1);

  // Outputs that others look at in every way.
  integer rises = 0, changes = 0;
  always @(posedge chain2) rises = rises + 1;
  always @(chain1) changes = changes + 1;

  // The same body eight times, with and without a delay.
  genvar i;
  wire [7:0] direct, late;
  wire single [0:7];
  generate for (i = 0; i < 8; i = i + 1) begin : g
    wire one, two;
    assign one = v[i & 3] & ~p;
    assign #2 two = one | a;
    xor x (direct[i], one, p);
    assign #1 late[i] = two ^ one;
    assign single[i] = one ^ two;
  end endgenerate
  assign mix = (a & b) | (c ^ d);

  integer k;
  function reg state(input integer n);
    case (n & 3) 0: state = 0; 1: state = 1; 2: state = 1'bz; default: state = 1'bx; endcase
  endfunction

  reg [63:0] digest = 0;
  integer bitIndex;
  task note(input [26:0] bits);
    for (bitIndex = 0; bitIndex < 27; bitIndex = bitIndex + 1)
      case (bits[bitIndex])
        1'b0: digest = digest * 33 + 1;
        1'b1: digest = digest * 33 + 2;
        1'bz: digest = digest * 33 + 3;
        default: digest = digest * 33 + 4;
      endcase
  endtask

  initial begin
    p = 0; v = 4'b1010;
    for (k = 0; k < 256; k = k + 1) begin
      a = state(k); b = state(k >> 2); c = state(k >> 4); d = state(k >> 6);
      #3 note({gAnd, gOr, gXor, gNand, gNor, gXnor, gBuf, gNot, g4, g3, mix, late, direct});
    end
    $display("digest %h", digest);
    #20 $monitor("%0t p=%b slow=%b slower=%b chain=%b%b%b vec=%b", $time, p, slow, slower, chain0,
                 chain1, chain2, fromVector);
    p = 1; #2 p = 0; #4 p = 1; #4 p = 0; #1 p = 1; #10 p = 0; #20;
    v = 4'b0000; #3 v = 4'b1111; #3;
    p = 1'bx; #10 p = 1'bz; #10 p = 1;
    #10 force slow = 0; #10 p = 0; #10 p = 1; #20 release slow; #10 force chain0 = 1; #5 release chain0; #10 p = 0;
    #10 $display("%0d rises, %0d changes, %b %b%b%b%b", rises, changes, direct, single[0], single[1],
                 single[2], single[3]);
    $finish(0);
  end
endmodule
