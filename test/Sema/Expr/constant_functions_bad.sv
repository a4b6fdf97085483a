// Why an expression is not constant (IEEE 1800-2023 11.2.1, 13.4.3).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  int v;
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'v' is not constant
  localparam int A = v + 1;
  // CHECK: :[[#@LINE-3]]:{{[0-9]+}}: note: 'v' is declared here
  function int reads(int n); return v + n; endfunction
  // CHECK: :[[#@LINE-1]]:{{[0-9]+}}: error: 'v' is not constant
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: note: in this call of constant function 'reads'
  localparam int B = reads(1);
  // CHECK: error: a constant function cannot assign to 'v', which it does not declare
  function int writes(int n); v = n; return n; endfunction
  localparam int C = writes(1);
  // CHECK: error: calls of constant functions are nested deeper than 512 levels
  function automatic int deep(int n); return deep(n + 1); endfunction
  localparam int D = deep(1);
  // CHECK: error: a call of '$time' is not constant
  localparam int E = int'($time);
endmodule
