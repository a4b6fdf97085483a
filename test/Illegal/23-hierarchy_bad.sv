// Names that lead nowhere (IEEE 1800-2023 23.10.1, 23.11, 27.2).
// RUN: %expect-messages %s

// 23.10.1: that is a parameter, not a local one.
module tw3_p8; localparam L = 1; endmodule
module tw3_defparam_local;
  tw3_p8 u();
  defparam u.L = 2;
//         ^ error: defparam sets 'u.L', which does not exist
endmodule

// 6.20.4: a parameter of a generate block is local: none sets it.
module tw7_leaf; if (1) begin : g parameter P = 1; end endmodule
module tw7_parameter;
  tw7_leaf u();
  defparam u.g.P = 2;
//         ^ error: defparam sets 'u.g.P', which does not exist
endmodule

// 23.10.1: there is such an instance.
module dn_setter; defparam dn_top.dn_missing.P = 2; endmodule
//                         ^ error: defparam sets 'dn_top.dn_missing.P', which does not exist
module dn_top; dn_setter s(); endmodule
