// Values of attributes are constant expressions (IEEE 1800-2023 5.12).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s --implicit-check-not=error:
module top;
  parameter P = 3;
  int n;
  initial begin
    (* weight = P + 1, full *) n = 1;
    // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not constant
    (* weight = n *) n = 2;
  end
  // CHECK: :[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not constant
  (* weight = n *) initial n = 3;
  (* weight = P *) logic a, b;
  // CHECK: 2 errors generated
endmodule
