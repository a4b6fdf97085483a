// --two-state: variables and nets hold no x and no z; expressions still may.
// No oracle: an extension of this simulator.
// RUN: %run-tiers --two-state %s | FileCheck %s --match-full-lines --strict-whitespace
//      CHECK:comb 1
// CHECK-NEXT:0000 0 0 0 0 0 0000 00 0 0 1
// CHECK-NEXT:parts 0110 gate 1 both 0001
// CHECK-NEXT:1000 0 0 0 0000 0
// CHECK-NEXT:1zz1 x01z 0
// CHECK-NEXT:casez casex
// CHECK-NEXT:0000 xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
// CHECK-NEXT:0 x 0000x
// CHECK-NEXT:bit[3:0] int longint unsigned
// CHECK-NEXT:unknown is false
// CHECK-NEXT:delayed 0 1
// CHECK-NEXT:clocked 3
module leaf(input wire [1:0] in, output wire [1:0] out, output both);
  assign out = ~in;
  assign both = 'z;
endmodule
module test;
  logic [3:0] a; reg r; integer i; time tm; wire w; wire [3:0] part, out; wire logic undriven;
  typedef struct packed { logic a; logic [2:0] b; } pair_t;
  pair_t s;
  typedef enum logic [1:0] {A, B} letter_t;
  letter_t e;
  logic memory [4];
  localparam logic [3:0] Pattern = 4'b1??1;
  localparam [3:0] Unknown = 4'bx01z;
  assign part[1:0] = 2'b1z;
  assign part[3:2] = 2'bx1;
  wor either;
  assign either = 0;
  assign either = 1;
  nand (n, r, w);
  assign implicit = 1'bz;
  leaf upper(part[3:2], out[3:2], ), lower(part[1:0], out[1:0], );
  wire #2 late = a[3];
  logic clock, comb;
  always @* comb = !(r | w);
  logic [7:0] count;
  always @(posedge clock) count <= count + 1;
  function same(input x); same = x; endfunction
  initial begin
    #0 $display("comb %b", comb);
    $display("%b %b %0d %0d %b %b %b %b %b %b %b", a, r, i, tm, w, undriven, s, e, memory[1],
             implicit, either);
    #1 $display("parts %b gate %b both %b", part, n, out & 4'b0011);
    a = 4'b1x0z; r = 'x; i = 'z; tm = 'x; s = 'x; memory[2] = 'x;
    #1 $display("%b %b %0d %0d %b %b", a, r, i, tm, s, memory[2]);
    $display("%b %b %b", Pattern, Unknown, same(1'bx));
    a = 4'b1111;
    casez (a) Pattern: $write("casez "); default: $write("no "); endcase
    casex (a) 4'bx1x1: $display("casex"); default: $display("no"); endcase
    a = a / (r ? 1 : 0);
    $display("%b %b", a, 1 / i);
    $display("%b %b %b", a === 4'bx, a == 4'bx, {a, 1'bx});
    $display("%s %s %s", $typename(a), $typename(i), $typename(tm));
    if (1'bx) $display("FAIL"); else $display("unknown is false");
    #3 a[3] = 1;
    #1 $write("delayed %b", late);
    #2 $display(" %b", late);
    repeat (3) begin #1 clock = 1'bx; #1 clock = 1; #1 clock = 1'bz; end
    #1 $display("clocked %0d", count);
  end
endmodule
