// Indices at the ends of 64 bits are out of range: x when read, no effect when written
// (IEEE 1800-2023 11.5.1, 7.4.5).
// RUN: %run-tiers %s | FileCheck %s --match-full-lines
module test;
  logic [62:0] high;
  logic signed [63:0] index;
  longint two;
  logic [65:0] v = 1;
  logic [7:0] m[4];
  task show;
    $display("%b %b %b %b %b %h", v[index], v[index +: 8], v[index -: 8], v[two], v[two -: 2],
             m[index]);
    v[index] = 1;
    v[index +: 8] = '1;
    v[index -: 8] = '1;
    v[two +: 8] = '1;
    m[index] = 5;
    m[two] = 5;
  endtask
  initial begin
    high = '1;
    // CHECK: x xx xx
    $display("%b %b %b", v[high], v[high +: 2], v[high -: 2]);
    v[high -: 3] = '1;
    // CHECK-COUNT-5: x xxxxxxxx xxxxxxxx x xx xx
    index = 64'h7fffffffffffffff;
    two = index;
    show;
    index--;
    two--;
    show;
    index = 64'h8000000000000000;
    two = index;
    show;
    index++;
    two++;
    show;
    index = 64'h4000000000000000;
    two = index;
    show;
    // Partly inside.
    // CHECK: 0000001x 1x 00000000000000001
    index = -1;
    two = 0;
    $display("%b %b %h", v[index +: 8], v[index +: 2], v);
    // CHECK: '{8'bxxxxxxxx, 8'bxxxxxxxx, 8'bxxxxxxxx, 8'bxxxxxxxx}
    $display("%p", m);
  end
endmodule
