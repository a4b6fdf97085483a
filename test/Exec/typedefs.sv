// Type definitions: of packed and unpacked arrays, arrays of defined types, in
// blocks, forward declarations (IEEE 1800-2023 6.18).
// No oracle: Icarus Verilog 11 has no arrays of defined types.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef enum_later;
  typedef logic [7:0] octet;
  typedef octet [3:0] word;
  typedef octet memory[4];
  typedef memory bank[2];
  typedef int unsigned counter;
  typedef enum logic [1:0] {P, Q, R} enum_later;
  octet [1:0] pair;
  word w;
  memory m;
  bank b;
  counter c;
  enum_later e;
  initial begin
    typedef logic [2:0] octet;  // hides the one outside
    octet small_;
    small_ = 9;
    `check(small_, 3'd1)
    pair = {8'haa, 8'hbb};
    `check(pair[1], 8'haa)
    `check(pair[0][3:0], 4'hb)
    w = 32'h0102_0304;
    `check(w[2], 8'h02)
    w[0] = 8'hff;
    `check(w, 32'h0102_03ff)
    m[3] = 8'h33;
    b[1] = m;
    b[1][0] = 8'h44;
    `check(b[1][3], 8'h33)
    `check(b[1][0], 8'h44)
    `check(m[0], 8'bx)
    c = -1;
    `check(c > 0, 1'b1)
    e = R;
    `check(e, 2'd2)
    `check($bits(bank), 64)
    `check($bits(word), 32)
    `done
  end
endmodule
