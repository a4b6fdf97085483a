// Operators on values above 64 bits, checked bit by bit against loops over single
// bits, in all tiers: widths around multiples of 64, two-state and four-state,
// shift amounts known and unknown at compile time.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=compile --jit-hot-threshold=0 --jit-report=%t.json -I %S/Inputs %s \
// RUN:   | FileCheck %s --implicit-check-not=FAIL
// RUN: FileCheck %s --check-prefix=REPORT --input-file=%t.json
// CHECK: {{^PASS$}}
// REPORT: "jit_native_instruction_share": {{1|0.9[5-9]}}
`include "check.svh"
module operators #(parameter W = 65);
  int errors = 0;
  logic [W-1:0] x, y, shifted;
  logic signed [W-1:0] s;
  bit [W-1:0] p, q, product;
  logic [W+2:0] extended;
  int amount;

  // The operators, written for one bit at a time.
  function automatic logic [W-1:0] addBits(logic [W-1:0] a, logic [W-1:0] b, logic carry);
    for (int i = 0; i < W; i++) begin
      addBits[i] = a[i] ^ b[i] ^ carry;
      carry = (a[i] & b[i]) | (carry & (a[i] | b[i]));
    end
  endfunction
  function automatic logic [W-1:0] shiftBits(logic [W-1:0] a, int n, logic fill);
    for (int i = 0; i < W; i++) shiftBits[i] = i + n < 0 || i + n >= W ? fill : a[i + n];
  endfunction
  function automatic logic less(logic [W-1:0] a, logic [W-1:0] b, logic isSigned);
    less = 0;
    for (int i = 0; i < W; i++)
      if (a[i] != b[i]) less = isSigned && i == W - 1 ? a[i] : b[i];
  endfunction
  // Of ten bits `unknown` are x or `other`.
  function automatic logic [W-1:0] randomBits(int unknown, logic other);
    for (int i = 0; i < W; i++)
      randomBits[i] = unknown > 0 && $urandom_range(9) < unknown ? ($urandom & 1 ? 1'bx : other)
                                                                : 1'($urandom);
  endfunction

  task automatic checkKnown();
    `check(x + y, addBits(x, y, 0))
    `check(x - y, addBits(x, ~y, 1))
    `check(-x, addBits(0, ~x, 1))
    `check(x < y, less(x, y, 0))
    `check(x <= y, ~less(y, x, 0))
    `check($signed(x) < $signed(y), less(x, y, 1))
    `check($signed(x) >= $signed(y), ~less(x, y, 1))
    `check(x == x, 1'b1)
    `check(x == (x ^ (1 << (W - 1))), 1'b0)
    `check($countones(x), $countones(x[W-1:40]) + $countones(x[39:0]))
    `check((x * 3) - x, x + x)
    `check((x / 7) * 7 + x % 7, x)
    p = x;
    q = y;
    `check(p + q, x + y)
    `check(p ^ q, x ^ y)
    product = p * 5;
    `check(product, p + p + p + p + p)
  endtask

  task automatic checkShifts();
    `check(x << 1, shiftBits(x, -1, 0))
    `check(x >> 64, shiftBits(x, 64, 0))
    `check(x << 64, shiftBits(x, -64, 0))
    `check(x >> 13, shiftBits(x, 13, 0))
    s = x;
    shifted = s >>> 5;
    `check(shifted, shiftBits(x, 5, x[W-1]))
    `check(x << W, {W{1'b0}})
    for (int n = 0; n < W + 3; n = n + 1 + n / 9) begin
      amount = n;
      `check(x << amount, shiftBits(x, -n, 0))
      `check(x >> amount, shiftBits(x, n, 0))
      shifted = s >>> amount;
      `check(shifted, shiftBits(x, n, x[W-1]))
      `check(p >> amount, shiftBits(p, n, 0))
    end
    `check(x << 4'bx1, {W{1'bx}})
  endtask

  task automatic checkBits();
    logic [W-1:0] conjunction, disjunction, exclusive, inverted, merged;
    logic isOne, isZero, parity;
    isOne = 1;
    isZero = 0;
    parity = 0;
    for (int i = 0; i < W; i++) begin
      conjunction[i] = x[i] & y[i];
      disjunction[i] = x[i] | y[i];
      exclusive[i] = x[i] ^ y[i];
      inverted[i] = ~x[i];
      merged[i] = x[i] === y[i] ? x[i] : 1'bx;
      isOne = isOne & x[i];
      isZero = isZero | x[i];
      parity = parity ^ x[i];
    end
    `check(x & y, conjunction)
    `check(x | y, disjunction)
    `check(x ^ y, exclusive)
    `check(~x, inverted)
    `check(1'bx ? x : y, merged)
    `check(&x, isOne)
    `check(|x, isZero)
    `check(^x, parity)
    `check(!x, ~isZero)
    extended = {3'b101, x};
    `check(extended[W+2-:3], 3'b101)
    `check(extended[0+:W], x)
    `check({x, y} >> W, x)
    `check({3{x}} >> 2 * W, x)
    `check(x === {x[W-1:5], x[4:0]}, 1'b1)
    `check($isunknown(x), (^x) === 1'bx)
  endtask

  task run();
    for (int round = 0; round < 6; round++) begin
      x = randomBits(0, 0);
      y = round == 3 ? x : randomBits(0, 0);
      checkKnown();
      checkShifts();
      checkBits();
      x = randomBits(round, 1'bz);
      y = randomBits(round & 1, 1'bx);
      checkBits();
      if (^x === 1'bx) begin
        `check(x + y, {W{1'bx}})
        `check(x * y, {W{1'bx}})
        `check(x < y, 1'bx)
        `check(x == x, 1'bx)
        `check(x === x, 1'b1)
      end
    end
  endtask
endmodule

module test;
  int errors = 0;
  operators #(65) w65();
  operators #(127) w127();
  operators #(192) w192();
  operators #(512) w512();
  operators #(1029) w1029();
  initial begin
    w65.run();
    w127.run();
    w192.run();
    w512.run();
    w1029.run();
    errors = w65.errors + w127.errors + w192.errors + w512.errors + w1029.errors;
    `done
  end
endmodule
