// Modules as text (IEEE 1800-2023 clause 23, A.1).
// RUN: %expect-messages %s

// 23.3.2: connections by place and by name are not mixed.
module tw3_mixed; m u(a, .b(c)); endmodule
//                       ^ error: ordered and named connections cannot be mixed

// 23.3.2.4: one wildcard.
module tw3_wildcards; m u(.*, .*); endmodule
//                            ^ error: '.*' may appear only once in a connection list

// 23.10.2: values of parameters are not mixed either.
module tw3_parameters; m #(1, .P(2)) u(); endmodule
//                            ^ error: ordered and named parameter values cannot be mixed

// 23.2.2: a list of ports ends without a comma.
module tw3_comma(input a, ); endmodule
//                        ^ error: expected a port name, found ')'

// 23.2.2: a port has a name.
module tw3_port(input ); endmodule
//                    ^ error: expected a port name, found ')'

// 23.2.2: one direction.
module tw3_direction(input output a); endmodule
//                         ^ error: expected a port name, found 'output'

// 23.2.3: parameters are in parentheses.
module tw3_list #(parameter P = 1; endmodule
//                               ^ error: expected ')'
//               ^ note: to match this '('

// 23.3.2: and a semicolon.
module tw3_semicolon; m u() endmodule
//                         ^ error: expected ';' after instance

// 23.3.2.2: a named connection has parentheses.
module tw3_named; m u(.a b); endmodule
//                      ^ error: expected ')'
//                   ^ note: to match this '('

// 23.10.1: defparam has a value.
module tw3_defparam; defparam u.P; endmodule
//                               ^ error: expected '=' after the parameter

// 23.11: bind has an instance.
bind tw3_target ;
//              ^ error: expected an expression, found ';'

// 23.2.1: a header ends with a semicolon.
module tw3_header(input a) wire b; endmodule
//                        ^ error: expected ';' after the header of the design element

// 23.2.2.1: a port expression has a name.
module tw3_expression(.a(b), .); endmodule
//                            ^ error: expected a port name after '.', found ')'
