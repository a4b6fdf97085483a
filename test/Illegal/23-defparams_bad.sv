// Defparams that lead out of a generate block or an array of instances (IEEE 1800-2023 23.10.1).
// RUN: %expect-messages %s

// 23.10.1: a defparam in a generate block sets nothing outside of it.
module du_leaf #(parameter P = 1); endmodule
module du_setter; defparam du_first.P = 2; endmodule
//                         ^ error: a defparam cannot set what lies outside of the generate block or array of instances around it
module du_block; du_leaf du_first(); if (1) begin : g du_setter s(); end endmodule

// 23.10.1: nor does one in an array of instances.
module da_leaf #(parameter P = 1); endmodule
module da_setter; defparam da_array.da_first.P = 2; endmodule
//                         ^ error: a defparam cannot set what lies outside of the generate block or array of instances around it
module da_array; da_leaf da_first(); da_setter s[2](); endmodule
