// Expressions as text (IEEE 1800-2023 clause 11, A.8).
// RUN: %expect-messages %s

// 11.3: an operator has a second operand.
module eleven_operand; wire a = b + ; endmodule
//                                  ^ error: expected an expression, found ';'

// 11.3: and a first one.
module eleven_first; wire a = * b; endmodule
//                            ^ error: expected an expression, found '*'

// 11.3.6: an assignment within an expression is in parentheses.
module eleven_assignment; initial a = b = c; endmodule
//                                     ^ error: expected ';' after assignment

// 11.3: two operands have an operator between them.
module eleven_between; wire a = b c; endmodule
//                               ^ error: expected ';' after net declaration

// 11.4.11: a conditional has two alternatives.
module eleven_conditional; wire a = b ? c; endmodule
//                                       ^ error: expected ':' of the conditional operator

// 11.4.11: neither is empty.
module eleven_alternative; wire a = b ? : c; endmodule
//                                      ^ error: expected an expression, found ':'

// 11.3.2: parentheses are closed.
module eleven_parenthesis; wire a = (b + c; endmodule
//                                        ^ error: expected ')'
//                                  ^ note: to match this '('

// 11.4.12: a concatenation is closed.
module eleven_concatenation; wire a = {b, c; endmodule
//                                         ^ error: expected '}'
//                                    ^ note: to match this '{'

// 11.4.12: and has no empty element.
module eleven_element; wire a = {b, , c}; endmodule
//                                  ^ error: expected an expression, found ','

// 11.4.13: a set has members.
module eleven_inside; wire b; wire a = b inside {}; endmodule
//                                               ^ error: expected an expression, found '}'

// 11.4.13: and braces.
module eleven_braces; wire a = b inside (1, 2); endmodule
//                                     ^ error: expected '{' after 'inside' or before a list of values

// 11.5: an index is there.
module eleven_index; wire a = b[]; endmodule
//                              ^ error: expected an expression, found ']'

// 11.5.1: a part-select has a second bound.
module eleven_part; wire a = b[3:]; endmodule
//                               ^ error: expected an expression, found ']'

// 11.5.1: a width.
module eleven_width; wire a = b[3+:]; endmodule
//                                 ^ error: expected an expression, found ']'

// 11.11: three delays are in parentheses.
module eleven_mintypmax; initial a = 1:2:3; endmodule
//                                    ^ error: expected ';' after assignment

// 11.4.2: an increment has an operand.
module eleven_increment; initial ++; endmodule
//                                 ^ error: expected an expression, found ';'

// 11.4.14: a stream has an operator and braces.
module eleven_stream; initial a = {<< b}; endmodule
//                                     ^ error: expected '{' after the operator of a streaming concatenation

// 11.2: a keyword is no operand.
module eleven_keyword; wire a = posedge; endmodule
//                              ^ error: expected an expression, found 'posedge'

// 11.6: a call is closed.
module eleven_call; initial a = f(1, 2; endmodule
//                                    ^ error: expected ')'
//                               ^ note: to match this '('

// 11.3: no operator of another language.
module eleven_arrow; wire a = b -> -> c; endmodule
//                                 ^ error: expected an expression, found '->'
