// Tables of primitives that do not fit their ports, and other places where an item does
// not belong (IEEE 1800-2023 6.20.1, 12.7.1, 27.3, 29.3.5).
// No oracle: it does not compile.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s --match-full-lines --strict-whitespace
primitive short_row(output q, input a, b);
  table
    0 0 : 0;
    //      CHECK:{{.*}}udp_bad.sv:[[#@LINE+3]]:5: error: this row has 1 inputs, but the primitive has 2
    // CHECK-NEXT:      1 : 1;
    // CHECK-NEXT:      ^
    1 : 1;
    // CHECK:{{.*}}udp_bad.sv:[[#@LINE+1]]:5: error: the rows of a combinational primitive have inputs and an output
    1 1 : ? : 1;
  endtable
endprimitive
primitive no_state(output reg q, input a);
  table
    // CHECK:{{.*}}udp_bad.sv:[[#@LINE+1]]:5: error: the rows of a sequential primitive have inputs, a state and an output
    r : 1;
  endtable
endprimitive
module test;
  generate
    // CHECK:{{.*}}udp_bad.sv:[[#@LINE+1]]:5: error: a generate region cannot stand within another one
    generate
    endgenerate
  endgenerate
  initial begin
    // CHECK:{{.*}}udp_bad.sv:[[#@LINE+1]]:10: error: a loop variable is declared with a data type
    for (var [7:0] i = 0; i < 3; i++) ;
  end
endmodule
