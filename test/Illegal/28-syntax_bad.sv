// Gates and primitives as text (IEEE 1800-2023 clauses 28, 29).
// RUN: %expect-messages %s

// 28.8: a pass switch has no delay.
module tw8_tran; tran #1 (a, b); endmodule
//                    ^ error: a delay is not allowed in an instance of this primitive

// 28.8: nor a strength.
module tw8_tran_strength; tran (strong0, strong1) (a, b); endmodule
//                             ^ error: a strength is not allowed in an instance of this primitive

// 28.10: a pullup pulls to 1.
module tw8_pullup; pullup (strong0) (a); endmodule
//                        ^ error: a pullup needs a strength for 1

// 28.10: and has no delay.
module tw8_pullup_delay; pullup #3 (a); endmodule
//                              ^ error: a delay is not allowed in an instance of this primitive

// 28.3.2: a strength for 0 and one for 1.
module tw8_strengths; and (strong0, strong0) (a, b, c); endmodule
//                        ^ error: a drive strength needs one strength for 0 and one for 1, not both high impedance

// 28.3: a gate has terminals.
module tw8_terminals; and g; endmodule
//                         ^ error: expected '(' after the instance name

// 28.7: a switch has no strength.
module tw8_nmos; nmos (strong0, strong1) (a, b, c); endmodule
//                    ^ error: a strength is not allowed in an instance of this primitive

// 29.3.1: the output comes first.
primitive tw8_first(input a, output o); table 0 : 0; endtable endprimitive
//                        ^ error: the first port of a primitive is its output, all others are inputs

// 29.3.1: and alone.
primitive tw8_outputs(output o, output p, input a); table 0 : 0; endtable endprimitive
//                                     ^ error: the first port of a primitive is its output, all others are inputs

// 29.3.1: the ports are single bits.
primitive tw8_vector(output o, input [1:0] a); table 0 : 0; endtable endprimitive
//                                         ^ error: a port of a primitive has one bit

// 29.3.1: no inout ports.
primitive tw8_inout(output o, inout a); table 0 : 0; endtable endprimitive
//                                  ^ error: the first port of a primitive is its output, all others are inputs

// 29.3.4: z is no symbol.
primitive tw8_z(output o, input a); table z : 0; endtable endprimitive
//                                        ^ error: 'z' is not a symbol of a primitive's table

// 29.3.4: a row has all inputs.
primitive tw8_inputs(output o, input a, b); table 0 : 0; endtable endprimitive
//                                                ^ error: this row has 1 inputs, but the primitive has 2

// 29.3.4: a row has an output.
primitive tw8_output(output o, input a); table 0 ; endtable endprimitive
//                                             ^ error: a primitive's table row has the form 'inputs : output;' or 'inputs : state : output;'

// 29.3.6: ? is no output.
primitive tw8_unknown(output o, input a); table 0 : ?; endtable endprimitive
//                                              ^ error: '?' is not an output of a combinational primitive

// 29.5: - is for sequential primitives.
primitive tw8_minus(output o, input a); table 0 : -; endtable endprimitive
//                                            ^ error: '-' is not an output of a combinational primitive

// 29.5: one edge in a row.
primitive tw8_edges(output reg o, input a, b); table r f : ? : 0; endtable endprimitive
//                                                   ^ error: a row of a sequential primitive has at most one edge

// 29.5: edges are for sequential primitives.
primitive tw8_edge(output o, input a); table r : 0; endtable endprimitive
//                                           ^ error: a row of a combinational primitive has no edge

// 29.7: so is an initial value.
primitive tw8_initial(output o, input a); initial o = 0; table 0 : 0; endtable endprimitive
//                                                ^ error: only a sequential primitive has an initial value

// 29.7: one bit.
primitive tw8_value(output reg o, input a); initial o = 2; table 0 : ? : 0; endtable endprimitive
//                                                      ^ error: the initial value of a primitive is 0, 1, 1'b0, 1'b1 or 1'bx

// 29.3: a primitive has a table.
primitive tw8_table(output o, input a); endprimitive
//        ^ error: primitive 'tw8_table' needs a table with rows

// 29.3: with rows.
primitive tw8_rows(output o, input a); table endtable endprimitive
//        ^ error: primitive 'tw8_rows' needs a table with rows

// 29.3.3: a state needs a reg.
primitive tw8_reg(output o, input a); table 0 : ? : 0; endtable endprimitive
//                                          ^ error: the rows of a combinational primitive have inputs and an output

// 28.16: two delays for a gate that has no z.
module tw8_delays;
  wire a, b, c;
  and #(1, 2, 3) (a, b, c);
//          ^ error: expected ')'
//     ^ note: to match this '('
endmodule
