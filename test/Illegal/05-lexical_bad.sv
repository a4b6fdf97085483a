// Identifiers, numbers, strings, attributes (IEEE 1800-2023 clause 5).
// RUN: %expect-messages %s

// 5.6: an identifier does not begin with a digit.
module five_digit; wire 3a; endmodule
//                      ^ error: expected a name, found '3'

// 5.6.2: a reserved word is no identifier.
module five_keyword; wire table; endmodule
//                        ^ error: expected a name, found 'table'

// 5.6.3: a system name is no identifier to declare.
module five_system; wire $a; endmodule
//                       ^ error: expected a name, found '$a'

// 5.6.1: an escaped identifier has characters.
module five_escaped; wire \ ; endmodule
//                        ^ error: a backslash must be followed by the characters of an escaped identifier

// 5.7.1: a digit of the base.
module five_binary; wire [3:0] w = 4'b1021; endmodule
//                                      ^ error: '2' is not a digit of a binary number

// 5.7.1: a digit of the base.
module five_octal; wire [3:0] w = 6'o18; endmodule
//                                    ^ error: '8' is not a digit of an octal number

// 5.7.1: a base has digits.
module five_no_digits; wire [3:0] w = 4'h; endmodule
//                                    ^ error: expected digits after the number base '4'h'

// 5.7.1: x is the only digit of a decimal number.
module five_decimal_x; wire [7:0] w = 8'd1x; endmodule
//                                        ^ error: 'x' is not a digit of a decimal number

// 5.7.1: no sign between base and digits.
module five_sign; wire [7:0] w = 8'd-6; endmodule
//                               ^ error: expected digits after the number base '8'd'

// 5.7.1: an unbased number is one digit.
module five_unbased; wire [7:0] w = '2; endmodule
//                                  ^ error: expected an expression, found '''

// 5.7.1: an underscore does not come first.
module five_underscore; wire [7:0] w = 8'h_f; endmodule
//                                     ^ error: expected digits after the number base '8'h'

// 5.7.1: an unsized literal of one digit only.
module five_two_digits; wire [7:0] w = '01; endmodule
//                                     ^ error: expected an expression, found '''

// 5.7.2: a real number has digits before the point.
module five_no_integer; real r = .5; endmodule
//                               ^ error: expected an expression, found '.'

// 5.7.2: and behind it.
module five_no_fraction; real r = 9.; endmodule
//                                  ^ error: expected a member name after '.', found ';'

// 5.7.2: an exponent has digits.
module five_no_exponent; real r = 4e; endmodule
//                                 ^ error: expected ';' after declaration

// 5.7.2: and no space within.
module five_exponent_space; real r = 4 e3; endmodule
//                                    ^ error: expected ';' after declaration

// 5.8: no space between number and unit.
module five_time_space; initial #(2.1 ns); endmodule
//                                   ^ error: expected ')'
//                               ^ note: to match this '('

// 5.9: a string ends on its line.
module five_string;
  string s = "abc
//           ^ error: unterminated string literal
  ;
endmodule

// 5.12: attributes do not nest.
module five_nested_attribute; (* a = (* b *) 1 *) wire w; endmodule
//                                   ^ error: expected an expression, found '(*'

// 5.12: an attribute has a name.
module five_empty_attribute; (* *) wire w; endmodule
//                              ^ error: expected an attribute name, found '*)'

// 5.12: its value is behind an equals sign.
module five_attribute_value; (* a 1 *) wire w; endmodule
//                               ^ error: expected '*)'
//                           ^ note: to match this '(*'

// 5.2: a character that no token has.
module five_character; wire a § b; endmodule
//                            ^ error: invalid character 0xC2 in source text

// 5.10: an assignment pattern is closed.
module five_pattern; int a[2] = '{1, 2; endmodule
//                                    ^ error: expected '}'
//                              ^ note: to match this ''{'
