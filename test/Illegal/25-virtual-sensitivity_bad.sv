// Sensitivity through virtual interfaces (IEEE 1800-2023 25.9).
// RUN: %expect-messages %s

interface vs_bus; logic a = 0; endinterface
module vs_comb;
  vs_bus i();
  virtual vs_bus v = i;
  logic y;
  always_comb y = v.a;
//                ^ error: 'a' is read through a virtual interface, which the sensitivity of this process cannot follow
endmodule
