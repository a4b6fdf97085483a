// Declarations (IEEE 1800-2023 clause 6, A.2).
// RUN: %expect-messages %s

// 6.7.1: a net type is not followed by reg.
module six_tri_reg; tri reg r; endmodule
//                      ^ error: 'reg' cannot follow the kind of a net

// 6.6.4: a charge strength is for trireg.
module six_charge; wire (small) w; endmodule
//                      ^ error: a charge strength is for trireg nets

// 6.7: a delay belongs to a net.
module six_delay; logic #3 v; endmodule
//                      ^ error: expected a name, found '#'

// 6.7.1: vectored and scalared need a range.
module six_vectored; wire vectored w; endmodule
//                        ^ error: 'vectored' needs a packed dimension

// 6.8: a declaration has a type.
module six_no_type; [3:0] a; endmodule
//                  ^ error: expected an item, found '['

// 6.8: two types are one too many.
module six_two_types; int integer i; endmodule
//                        ^ error: expected a name, found 'integer'

// 6.8: no sign for a string.
module six_signed_string; string signed s; endmodule
//                               ^ error: qualifier 'signed' is not allowed on a type that is not integral

// 6.11: one sign only.
module six_two_signs; logic signed unsigned s; endmodule
//                                 ^ error: expected a name, found 'unsigned'

// 6.20.6: a constant has a value.
module six_const; initial begin const int c; end endmodule
//                                        ^ error: constant 'c' needs an initial value

// 6.19: an enumeration has members.
module six_enum; enum {} e; endmodule
//                     ^ error: an enumeration needs at least one member

// 6.19: separated by commas.
module six_enum_comma; enum { A B } e; endmodule
//                             ^ error: expected '}'
//                          ^ note: to match this '{'

// 6.18: a definition has a name.
module six_typedef; typedef int; endmodule
//                             ^ error: expected a name for the type, found ';'

// 6.20.1: a list of parameters names values.
module six_parameter_list; parameter A = 1, B C = 2; endmodule
//                                           ^ error: expected ';' after parameter declaration

// 6.21: only one lifetime.
module six_lifetime; initial begin static automatic int i; end endmodule
//                                        ^ error: this declaration needs a data type or 'var'

// 6.10: a list of names needs no comma at its end.
module six_comma; wire a, b, ; endmodule
//                           ^ error: expected a name, found ';'

// 6.24: a cast has an operand in parentheses.
module six_cast; int i = int' 3; endmodule
//                          ^ error: expected ';' after declaration

// 6.20.3: a type parameter is a type.
module six_type_parameter #(parameter type T = 5);
//                                             ^ error: expected a data type, found '5'
  T x;
endmodule
