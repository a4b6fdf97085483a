// $sformatf and severity tasks in constant functions (IEEE 1800-2023 13.4.3, 20.10, 21.3.3),
// calls of constant functions as indices of driven bits (11.2.1), bits of untyped parameters.
// No oracle: Icarus Verilog 11 does not take these formats.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --lint-only -I %S/Inputs %s 2>&1 | FileCheck %s --check-prefix=LINT
// LINT: constant-formats.sv:[[#@LINE+14]]:{{[0-9]+}}: warning: info: width is 12 [-Welaboration-info]
// CHECK: {{^PASS$}}
`include "check.svh"
package names;
  typedef enum {Red, Green} colour;
  function automatic string label(int n);
    return $sformatf("unit_%0d_%h", n, 8'(n));
  endfunction
endpackage
module leaf #(parameter string Name = "none")();
endmodule
module t;
  int errors = 0;
  function automatic int checked(int w);
    if (w > 8) $info("width is %0d", w);
    return w;
  endfunction
  function automatic int last(int w);
    return w - 1;
  endfunction
  localparam string A = names::label(17);
  parameter B = $sformatf("%s-%0.2f-%p", "x", 1.5, names::Green);
  localparam int W = checked(12);
  parameter bit_of = 1'b1;
  wire [W-1:0] w;
  assign w[last(W)] = bit_of[0];
  assign w[last(W)-1:0] = 0;
  leaf #(.Name($sformatf("leaf%0d", W))) l();
  initial begin
    #1 `check(A == "unit_17_11", 1)
    `check(B == "x-1.50-Green", 1)
    `check(l.Name == "leaf12", 1)
    `check(w, 12'h800)
    `done
  end
endmodule
