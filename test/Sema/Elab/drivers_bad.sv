// Writers of variables (IEEE 1800-2023 6.5, 6.6.2, 9.2.2).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top(input a, clk);
  logic [3:0] twice, mixed, comb, init;
  uwire u;
  assign twice[2:0] = 1;
  // CHECK: :[[#@LINE+1]]:10: error: variable 'twice' has more than one continuous driver
  assign twice[3:2] = 2;
  // CHECK: :[[#@LINE-3]]:10: note: the other write of 'twice' is here
  assign mixed = 1;
  // CHECK: :[[#@LINE+1]]:11: error: variable 'mixed' is driven continuously and written by a procedure
  initial mixed = 2;
  always_comb comb[0] = a;
  // CHECK: :[[#@LINE+1]]:15: error: variable 'comb' is written by always_comb and by another procedure
  always @(a) comb = 1;
  always_ff @(posedge clk) init <= 1;
  // CHECK: :[[#@LINE+1]]:11: warning: variable 'init' is written by an always_comb, always_ff or always_latch and by an initial procedure [-Wexclusive-initial]
  initial init = 0;
  assign u = a;
  // CHECK: :[[#@LINE+1]]:10: error: net 'u' of kind uwire has more than one driver
  assign u = clk;
endmodule
