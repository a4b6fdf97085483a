// What may be assigned to, and where (IEEE 1800-2023 6.5, 10.3, 10.4, 10.6).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top(input wire [7:0] in);
  wire [3:0] w;
  logic [7:0] v;
  int i;
  localparam int P = 3;
  const int c = 4;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: the index of a continuously driven bit must be constant
  assign w[i] = 1;
  initial begin
    automatic int k = 0;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: net 'w' cannot be assigned to in a procedure
    w = 0;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: net 'in' cannot be assigned to in a procedure
    in <= 0;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'P' cannot be assigned to
    P = 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'c' is constant and cannot be assigned to
    c = 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: automatic variable 'k' cannot be assigned to by '<='
    k <= 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: warning: a procedural continuous assignment to a part of a variable
    assign v[0] = 1;
  end
endmodule
