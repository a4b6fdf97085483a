// Tagged unions and pattern matching (IEEE 1800-2023 7.3.2, 11.9, 12.6).
// No oracle: Icarus Verilog 11 does not have tagged unions.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: '{Valid:7}
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  typedef union tagged {
    void Invalid;
    int Valid;
    struct { logic [3:0] a; byte b; } Pair;
  } item;
  typedef union tagged packed { void None; logic [6:0] Wide; logic [2:0] Small; } bits;
  typedef struct { int n = 3; item i; } holder;
  typedef union tagged { item inner; void none; } outer;
  item x, y;
  holder h;
  outer o;
  bits p;
  int r, calls = 0;

  function automatic item make(int kind);
    calls++;
    if (kind == 0) return tagged Invalid;
    if (kind == 1) return tagged Valid(kind + 10);
    return tagged Pair '{4'h5, 8'd7};
  endfunction

  function automatic int classify(item q);
    case (q) matches
      tagged Invalid: return 1;
      tagged Valid .n &&& n > 100: return n;
      tagged Valid .n: begin
        int twice;
        twice = 2 * n;
        return twice;
      end
      tagged Pair '{.a, .b}: return 1000 + 16 * a + b;
    endcase
    return -1;
  endfunction

  // A continuous assignment with a pattern.
  wire [31:0] follow = x matches tagged Valid .v ? v + 1 : 0;

  initial begin
    `check(classify(tagged Invalid), 1)
    `check(classify(tagged Valid 300), 300)
    `check(classify(tagged Valid(3)), 6)
    `check(classify(make(2)), 1087)
    x = tagged Valid (7);
    $display("%p", x);
    `check(x.Valid, 7)
    x.Valid = 9;
    if (x matches tagged Valid .k &&& k == 9) r = k; else r = 0;
    `check(r, 9)
    if (x matches tagged Pair .*) r = 1; else r = 2;
    `check(r, 2)
    r = x matches tagged Valid 9 ? 5 : 6;
    `check(r, 5)
    #1 `check(follow, 10)
    x = tagged Invalid;
    #1 `check(follow, 0)
    // Unions that hold the same compare equal, whatever they held before.
    x = tagged Pair '{4'h1, 8'd2};
    x = tagged Valid 5;
    y = tagged Valid 5;
    `check(x == y, 1'b1)
    y = tagged Valid 6;
    `check(x == y, 1'b0)
    `check(h.n, 3)
    o = tagged inner (tagged Valid 4);
    if (o matches tagged inner (tagged Valid .v)) r = v; else r = 0;
    `check(r, 4)
    // The operand is evaluated once.
    calls = 0;
    case (make(2)) matches
      tagged Valid .n: r = n;
      tagged Pair '{a: 4'h5, b: .z}: r = z;
      default: r = -1;
    endcase
    `check(r, 7)
    `check(calls, 1)
    // Packed: the tag is on the left, members on the right.
    `check($bits(bits), 9)
    p = tagged Wide 7'h55;
    `check(p, 9'b01_1010101)
    p = tagged Small 3'b101;
    `check(p, 9'b10_0000101)
    `check(p.Small, 3'b101)
    casez (p) matches
      tagged Small 3'b1?0: r = 0;
      tagged Small 3'b1?1: r = 1;
      default: r = 2;
    endcase
    `check(r, 1)
    `done
  end
endmodule
