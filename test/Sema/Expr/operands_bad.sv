// Operand types of operators (IEEE 1800-2023 11.3.1, 11.4).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  real r;
  string s;
  logic [7:0] v;
  int mem [4];
  initial begin
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: operator '%' cannot be applied to operands of types 'real' and 'int'
    r = r % 2;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: operator '&' cannot be applied to an operand of type 'real'
    v = &r;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: operator '==' cannot be applied to operands of types 'string' and 'logic[7:0]'
    v = s == v;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a value of type 'string' cannot be assigned to type 'logic[7:0]'
    v = s;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: a number without size cannot be concatenated
    v = {v[3:0], 4};
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: operator '+' cannot be applied to operands of types 'int$[0:3]' and 'int'
    v = mem + 1;
  end
endmodule
