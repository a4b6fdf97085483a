// Delays of nets that drivers reach in other ways than by assignments, gates and outputs of
// instances: IEEE 1800-2023 10.3.3, 28.16.2.
// No oracle: it does not compile.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s --implicit-check-not=error:
module inner(a, b, o);
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:9: error: unsupported: delay of a net that is an input or inout port (IEEE 1800-2023 10.3.3)
  input a;
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:9: error: unsupported: delay of a net that is an input or inout port (IEEE 1800-2023 10.3.3)
  inout b;
  output o;
  wire #3 a;
  wire #3 b;
  wire #3 o;
  assign o = a;
endmodule
module both(inout x);
endmodule
module t;
  wire a, o;
  wire b;
  inner u(a, b, o);
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:11: error: unsupported: delay of an array of nets (IEEE 1800-2023 10.3.3)
  wire #4 array[2];
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:20: error: unsupported: charge decay of trireg nets (IEEE 1800-2023 28.16.2)
  trireg #(1,2,50) keeper;
  wire #5 late, later, latest;
  wire k, l;
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:8: error: unsupported: a net with a delay that is joined to another net (IEEE 1800-2023 10.3.3)
  tran(late, k);
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:9: error: unsupported: a net with a delay that is joined to another net (IEEE 1800-2023 10.3.3)
  alias later = l;
// CHECK-DAG: net-delays_bad.sv:[[#@LINE+1]]:10: error: unsupported: a net with a delay that is joined to another net (IEEE 1800-2023 10.3.3)
  both c(latest);
endmodule
