// Where statements are not allowed (IEEE 1800-2023 9.2, 12.8, 13.4).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top(input clk);
  logic a;
  int n;
  // CHECK: :[[#@LINE+1]]:11: error: 'break' is only allowed within a loop
  initial break;
  // CHECK: :[[#@LINE+1]]:11: error: 'return' is only allowed in a task or function
  initial return;
  // CHECK: :[[#@LINE+1]]:15: error: a control of time is not allowed in always_comb
  always_comb #1 a = n;
  // CHECK: :[[#@LINE+1]]:3: error: always_ff must begin with an event control
  always_ff n <= 1;
  // CHECK: :[[#@LINE+1]]:3: warning: this always procedure has no control of time and never ends [-Walways-loop]
  always a = 1;
  // CHECK: :[[#@LINE+1]]:9: error: a control of time is not allowed in a final procedure
  final #1 $display("end");
  // CHECK: :[[#@LINE+1]]:19: error: a control of time is not allowed in a function
  function int f; #1 f = 1; endfunction
  // CHECK: :[[#@LINE+1]]:19: error: function 'g' must return a value
  function int g; return; endfunction
  // CHECK: :[[#@LINE+1]]:11: error: 'n' is not a block or task that can be disabled
  initial disable n;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: warning: variable 'x' is static and initialised once
  initial begin int x = 1; end
endmodule
