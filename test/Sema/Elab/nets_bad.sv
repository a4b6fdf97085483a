// Errors of net types, interconnects, specparams (IEEE 1800-2023 6.6.7, 6.6.8, 6.20.5).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: a net type cannot have the data type 'string'
  nettype string text;
  function int pick(int a, int b); return a; endfunction
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: 'pick' cannot resolve a net of type 'int'
  nettype int count with pick;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: an interconnect net has no initial value
  interconnect w = 1;
  interconnect bus;
  int i;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: interconnect net 'bus' can only be connected to ports and terminals
  initial i = bus;
  specparam delay = 50;
  // CHECK-DAG: :[[#@LINE+1]]:{{[0-9]+}}: error: specparam 'delay' cannot be used in the value of a parameter
  parameter p = delay + 2;
endmodule
