// What Verilog allows less of than SystemVerilog: operands of unary operators are primaries,
// and variables of modules start with constants (IEEE 1364-2005 A.8.3, 6.2.1).
// RUN: %not 2 %circt-sim --std 1364-2005 --lint-only %s 2>&1 | FileCheck %s --implicit-check-not=error:
// RUN: %not 2 %circt-sim --std 1364-2005 -DSEMANTICS --lint-only %s 2>&1 | FileCheck %s --check-prefix=SEMANTICS --implicit-check-not=error:
// RUN: %circt-sim --std 1800-2023 --lint-only -Werror %s
// RUN: %circt-sim --std 1800-2023 -Wnested-unary --lint-only %s 2>&1 | FileCheck %s --check-prefix=NESTED
module top;
`ifdef SEMANTICS
  integer a = 3 + 1;
  // SEMANTICS: :[[#@LINE+1]]:{{[0-9]+}}: error: {{.*}}constant
  integer f = $fopen("none");
  // SEMANTICS: :[[#@LINE+1]]:{{[0-9]+}}: error: 'a' is not constant
  integer b = a;
`else
  reg [1:0] v;
  reg r;
  // CHECK: :[[#@LINE+2]]:16: error: the operand of a unary operator that begins with an operator needs parentheses
  // NESTED: :[[#@LINE+1]]:16: warning: the operand of a unary operator that begins with an operator needs parentheses
  initial r = !|v;
  initial r = !(|v);
  initial r = v[0] | |v;
`endif
endmodule
