// Part-selects that run the wrong way, widths that are not constant.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  logic [7:0] v;
  int n;
  // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not constant
  logic [n:0] w;
  initial begin
    // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: the range [0:3] runs against the declared range [7:0]
    n = v[0:3];
    // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: 'n' is not constant
    n = v[n:0];
    // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: the width of a select must be positive and not too large, not 0
    n = v[n +: 0];
    // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: a number without size cannot be concatenated
    n = {v, 1};
    // CHECK: widths_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: the count of a replication must be positive
    n = {-1{v}};
  end
endmodule
