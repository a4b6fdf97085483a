// Streams and bit-stream casts of arrays of variable size and strings
// (IEEE 1800-2023 6.24.3, 11.4.14).
// No oracle: Icarus Verilog 11 does not have all of these arrays.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  byte q[$], r[$], d[], crc;
  bit [7:0] bytes[$];
  shortint halves[];
  int word, other;
  logic [15:0] four;
  string s;
  typedef byte byte_queue[$];
  typedef struct { bit [7:0] kind; byte data[]; bit [7:0] crc; } packet;
  packet p;
  typedef struct { byte a; byte b[2]; } fixed_struct;
  fixed_struct fs;
  typedef bit [23:0] flat_t;
  flat_t flat;
  initial begin
    q = '{8'h12, 8'h34, 8'h56, 8'h78};
    word = {>>{q}};
    `check(word, 32'h12345678)
    word = {<<byte{q}};
    `check(word, 32'h78563412)
    word = {<<{q}};
    `check(word, 32'h1e6a2c48)
    r = {<<byte{32'h01020304}};
    `checkString($sformatf("%p", r), "'{4, 3, 2, 1}")
    {>>{r}} = 24'h0a0b0c;
    `checkString($sformatf("%p", r), "'{10, 11, 12}")
    d = {>>{q, 8'h55}};
    `check(d.size(), 5)
    `check(d[4], 8'h55)
    halves = {>>{q}};
    `check(halves.size(), 2)
    `check(halves[1], 16'h5678)
    q = {>>{"Hello"}};
    `check(q.size(), 5)
    s = {>>{q}};
    `checkString(s, "Hello")
    bytes = {<<8{s}};
    s = {>>{bytes}};
    `checkString(s, "olleH")
    // The first part of variable size takes what the others leave.
    {>>{p}} = {8'h01, 8'haa, 8'hbb, 8'hcc, 8'hee};
    `check(p.kind, 8'h01)
    `check(p.data.size(), 3)
    `check(p.data[2], 8'hcc)
    `check(p.crc, 8'hee)
    q = {>>{p}};
    `checkString($sformatf("%p", q), "'{1, -86, -69, -52, -18}")
    {>>{other, r}} = q;
    `check(other, 32'h01aabbcc)
    `check(r.size(), 1)
    {<<8{r, four}} = q;
    `check(four, 16'haa01)
    `check(r[0], 8'hee)
    // Ranges whose bounds have just been taken (11.4.14.4).
    q = {<<8{32'd3, 8'hc5, 24'h010203}};
    {<<8{other, crc, d with [0+:other]}} = q;
    `check(other, 3)
    `check(d.size(), 5)
    `checkString($sformatf("%p", d), "'{1, 2, 3, 120, 85}")
    r = {>>{d with [1:2]}};
    `checkString($sformatf("%p", r), "'{2, 3}")
    // Casts.
    q = byte_queue'(32'h41424344);
    `check(q.size(), 4)
    `check(q[0], 8'h41)
    word = int'(q);
    `check(word, 32'h41424344)
    fs = fixed_struct'(24'h010203);
    `check(fs.b[1], 8'h03)
    flat = flat_t'(fs);
    `check(flat, 24'h010203)
    if (errors == 0) $display("PASS");
  end
endmodule
