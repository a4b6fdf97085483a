// Errors of clocking blocks and programs (IEEE 1800-2023 14, 24.3).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top(input clk);
  logic a, o, v;
  clocking cb @(posedge clk);
    input a;
    output o;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'c' is not a variable or net that a clocking block can drive
    output c = a & v;
  endclocking
  initial begin
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: a cycle delay needs a default clocking block
    ##1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'a' is an input of the clocking block and cannot be driven
    cb.a <= 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: an output of a clocking block is driven by '<='
    cb.o = 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: a drive of a clocking block takes no timing control but a cycle delay
    cb.o <= #1 1;
    // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'o' is an output of the clocking block and cannot be read
    v = cb.o;
  end
  bench p();
endmodule
program bench;
  // CHECK-DAG: :[[#@LINE+1]]:3: error: instances are not allowed in a program
  third t();
endprogram
module second(input clk);
  default clocking @(posedge clk); endclocking
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: there is a default clocking block already
  default clocking @(negedge clk); endclocking
endmodule
module third;
  int i;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'i' is not a clocking block
  default clocking i;
  initial ##1;
endmodule
