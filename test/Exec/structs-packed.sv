// Packed structures and unions: layout, members as vectors, nesting, arithmetic,
// signs (IEEE 1800-2023 7.2.1, 7.3.1).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef struct packed {
    logic [3:0] tag;
    logic [7:0] data;
    logic valid;
  } entry;
  typedef struct packed {
    entry first;
    entry second;
  } pair;
  entry e, f;
  pair p;
  entry [1:0] list;
  struct packed { logic [3:0] v; } small_;
  initial begin
    `check($bits(entry), 13)
    `check($bits(p), 26)
    e.tag = 4'ha;
    e.data = 8'h5c;
    e.valid = 1;
    `check(e, 13'b1010_0101_1100_1)
    `check(e.data[7:4], 4'h5)
    e.data[0] = 1;
    `check(e.data, 8'h5d)
    e = 13'h1fff;
    `check(e.tag, 4'hf)
    e = e + 1;
    `check(e, 13'd0)
    p.first.data = 8'hff;
    p.second = 13'h0aaa;
    `check(p.first.data, 8'hff)
    `check(p.second.tag, 4'h5)
    `check(p[12:0], 13'h0aaa)
    f = p.second;
    `check(f.data, 8'h55)
    list = 0;
    list[1].tag = 4'h9;
    list[0].valid = 1;
    `check(list, {4'h9, 9'h0, 13'h1})
    `check(f === p.second, 1'b1)
    small_.v = 4'bx01z;
    `check(small_, 4'bx01z)
    `done
  end
endmodule
