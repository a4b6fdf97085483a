// Storage of more than 64 bits in all tiers: parts at constant and at run-time
// positions inside, across words and outside; elements of arrays; nonblocking parts;
// who is woken by a part that changes and who is not; forced bits under stores.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 -I %S/Inputs %s \
// RUN:   | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic [199:0] v, w;
  bit [130:0] two;
  logic [99:0] memory [0:4];
  logic [1099:0] long;
  int low = 0, high = 0, all = 0;
  integer index;

  always @(v[63:0]) low++;
  always @(v[199:100]) high++;
  always @(v) all++;

  function automatic logic [199:0] spread(int seed);
    for (int i = 0; i < 200; i++) spread[i] = ((i * 7 + seed) % 13) < 6;
  endfunction

  // Parts written and read back, compared with a model of single bits.
  task automatic parts();
    logic model [0:199];
    v = spread(1);
    for (int i = 0; i < 200; i++) model[i] = v[i];
    for (int i = -40; i < 230; i += 3) begin
      v[i +: 33] = spread(i + 50) >> 3;
      w = spread(i + 50) >> 3;
      for (int k = 0; k < 33; k++)
        if (i + k >= 0 && i + k < 200) model[i + k] = w[k];
      for (int k = 0; k < 200; k++) `check(v[k], model[k])
      `check(v[i +: 33], (i < 0 ? v << -i : i > 199 ? 'x : v >> i) & 33'h1ffffffff | unknownPart(i))
    end
    v[index +: 70] = {70{1'b1}};
  endtask
  // x where a part of 33 bits at `i` lies outside.
  function automatic logic [32:0] unknownPart(int i);
    for (int k = 0; k < 33; k++) unknownPart[k] = i + k < 0 || i + k > 199 ? 1'bx : 1'b0;
  endfunction

  initial begin
    index = 30;
    parts();
    #1;
    v = 0;
    #1 low = 0; high = 0; all = 0;
    v[64] = 0;           #1 `check(all, 0)
    v[70:65] = 6'b101;   #1 `check(all, 1) `check(low, 0) `check(high, 0)
    v[127:60] = 68'h1;   #1 `check(all, 2) `check(low, 1) `check(high, 0)
    index = 150;
    v[index +: 8] = 7;   #1 `check(all, 3) `check(high, 1)
    v[index +: 8] = 7;   #1 `check(all, 3)
    v[index] = 0;        #1 `check(all, 4) `check(high, 2)
    v = v;               #1 `check(all, 4)
    v = ~v;              #1 `check(all, 5) `check(low, 2) `check(high, 3)
    v[index] <= 1'bx;
    v[5:4] <= 2'b10;
    v[190 -: 90] <= 90'h3;
    #1 `check(all, 6) `check(low, 3) `check(high, 4)
    `check(v[5:4], 2'b10) `check(v[190:101], 90'h3)
    index = 'x;
    v[index +: 4] = 0;   #1 `check(all, 6)
    `check(v[index +: 70], {70{1'bx}})

    // Elements
    for (int i = 0; i < 5; i++) memory[i] = {68'(i * 3), 32'hdead0000 + i};
    for (int i = 0; i < 5; i++) `check(memory[i], {68'(i * 3), 32'hdead0000 + i})
    index = 7;
    memory[index] = 1;
    `check(memory[index], {100{1'bx}})
    index = 3;
    memory[index][64 +: 20] = 20'habcde;
    memory[index][index +: 4] <= 4'hf;
    memory[index - 1] <= 100'h5 << 80;
    #1 `check(memory[3], (100'h9 << 32 | 32'hdead0003) & ~(100'hfffff << 64) | 100'habcde << 64 | 32'h78)
    `check(memory[2], 100'h5 << 80)

    // Two-state: x is stored as 0
    two = '1;
    two[100 -: 3] = 3'b1x1;
    index = 66;
    two[index +: 2] = 2'bz1;
    `check(two, ~(131'h1 << 99) & ~(131'h1 << 67))

    // Forced bits keep their values, and come back
    v = 0;
    force v[70:60] = 11'h7ff;
    v[65:0] = 66'h5;
    v[80:62] = 0;
    `check(v, 200'h5 | 200'h7ff << 60)
    v = '1;
    release v[70:60];
    `check(v, {200{1'b1}})
    force v = 200'h123;
    index = 64;
    v[index +: 9] = 3;
    v <= 7;
    #1 `check(v, 200'h123)
    release v;
    v = 200'h9 << 120;
    `check(v[index +: 64], 64'h9 << 56)

    long = {1100{1'b1}};
    long[1090:10] = 0;
    index = 1020;
    long[index +: 64] = 64'hf0;
    `check(long >> 1024, 76'hff8000000000000000f)
    `check(long + 1, (long & ~1100'h3ff) + 1024)
    `done
  end
endmodule
