// Code that a constant condition never reaches brings about no warnings about indices.
// RUN: %circt-sim --lint-only %s 2>&1 | FileCheck %s
// CHECK-NOT: warning
// CHECK: :[[#@LINE+29]]:{{[0-9]+}}: warning: index 9 is outside
// CHECK: :[[#@LINE+29]]:{{[0-9]+}}: warning: index 8 is outside
// CHECK-NOT: warning: index
module test #(parameter int W = 4);
  logic [W-1:0] v;
  logic [3:0] m[W];
  int q;
  logic r;
  wire x = W > 8 && v[9];
  function automatic int f;
    if (W > 8) return v[9];
    return 0;
  endfunction
  initial begin
    if (W > 8) begin v[9] = 1; m[9] = 0; r = v[10:9]; end else q = 1;
    if (W == 4) q = 1; else m[12] = 4;
    if (W == 4 || q) q = 1; else m[12] = 4;
    if (W != 4 && q) q = v[12]; else q = v[1];
    q = W > 8 ? v[9] : 1;
    r = W <= 8 || v[9];
    r = (W > 8) && (v[9] || v[8+:3]);
    case (W) 4: q = 0; 16: q = v[15]; default: q = v[8]; endcase
    case (1'b1) W > 8: q = v[9]; W < 8: q = v[2]; W == 4: q = v[7]; endcase
    while (W > 8) q = v[9];
    for (int i = 0; W > 8; i++) q = v[9];
    repeat (W / 8) q = v[9];
    case (q) W: q = v[0]; default: ; endcase

    // Reached:
    if (W < 8 || q) q = v[9];
    case (W) 5: q = 1; default: q = v[8]; endcase
  end
endmodule
