// Definitions, parameters and connections (IEEE 1800-2023 23.3, 23.10).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module leaf #(parameter W = 4, localparam L = 1) (input [W-1:0] a, output q);
  assign q = ^a;
endmodule
module top;
  wire [3:0] a;
  wire q;
  // CHECK: :[[#@LINE+1]]:3: error: there is no module or interface 'leef'
  leef u0(.a(a));
  // CHECK: :[[#@LINE+1]]:11: error: there is no parameter 'X' in 'leaf' that an instance could set
  leaf #(.X(1)) u1(.a(a));
  // CHECK: :[[#@LINE+1]]:11: error: there is no parameter 'L' in 'leaf' that an instance could set
  leaf #(.L(1)) u2(.a(a));
  // CHECK: :[[#@LINE+1]]:3: error: 'leaf' has 1 parameter, but 2 are given
  leaf #(1, 2) u3(.a(a));
  leaf u4(.a(a), .b(q));
  leaf u5(a, q, q);
  leaf u6(.a(a), .a(a));
  leaf u7(.a(a[1:0]), .q(q));
  leaf u8(.a(a), .q(q + 1));
  // CHECK: :[[#@LINE-5]]:19: error: there is no port 'b' in 'leaf'
  // CHECK: :[[#@LINE-5]]:8: error: 'leaf' has 2 ports, but 3 are connected
  // CHECK: :[[#@LINE-5]]:19: error: port 'a' is connected twice
  // CHECK: :[[#@LINE-5]]:14: warning: port 'a' has 4 bits, but its connection has 2 [-Wport-width]
  // CHECK: :[[#@LINE-5]]:21: error: this expression cannot be assigned to
endmodule
