// Statements as text (IEEE 1800-2023 clause 12, A.6).
// RUN: %expect-messages %s

// 12.4: an else has an if.
module twelve_else; initial begin else $display; end endmodule
//                                ^ error: expected a statement, found 'else'

// 12.4: a condition has parentheses.
module twelve_if; initial if a $display; endmodule
//                          ^ error: expected '(' after 'if'

// 12.4: and is not empty.
module twelve_condition; initial if () $display; endmodule
//                                   ^ error: expected an expression, found ')'

// 12.5: a case has items.
module twelve_case; int a; initial case (a) endcase endmodule
//                                          ^ error: expected a case item, found 'endcase'

// 12.5: one default.
module twelve_default; initial case (a) default: ; default: ; endcase endmodule
//                                                 ^ error: more than one default item

// 12.5: an end.
module twelve_endcase; initial case (a) 1: ; end endmodule
//                                           ^ error: 'end' without matching 'begin'
//                                               ^ error: expected 'endcase', found 'endmodule'
//                             ^ note: this 'case' begins here

// 12.5: a colon.
module twelve_colon; initial case (a) 1 $display; endcase endmodule
//                                     ^ error: expected ':' after case label

// 12.5.3: unique is for if and case.
module twelve_unique; initial unique for (;;) ; endmodule
//                                   ^ error: expected 'if' or 'case', found 'for'

// 12.5.4: inside is for case alone.
module twelve_inside; int a; initial casez (a) inside 1: ; endcase endmodule
//                                             ^ error: 'inside' is not allowed in a casez or casex statement

// 12.7.1: all loop variables or none have a type.
module twelve_for; initial for (int i = 0, j; i < 3; i++) ; endmodule
//                                          ^ error: expected '='

// 12.7.1: two semicolons.
module twelve_semicolons; initial for (i = 0; i < 3) ; endmodule
//                                                 ^ error: expected ';' after loop condition

// 12.7.3: foreach has variables.
module twelve_foreach; initial foreach (a) ; endmodule
//                                       ^ error: expected '[' and loop variables after the array of 'foreach'

// 12.7.5: do has a while.
module twelve_do; initial do $display; endmodule
//                                    ^ error: expected 'while' after the body of 'do'

// 12.7.5: that ends with a semicolon.
module twelve_do_end; initial begin do $display; while (1) end endmodule
//                                                        ^ error: expected ';' after 'do ... while'

// 12.7.6: forever has a statement.
module twelve_forever; initial forever endmodule
//                                     ^ error: expected a statement, found 'endmodule'

// 12.7.2: repeat has a count.
module twelve_repeat; initial repeat $display; endmodule
//                                  ^ error: expected '(' after 'repeat'

// 12.6: a pattern has a member.
module twelve_pattern; initial case (a) matches tagged : ; endcase endmodule
//                                                     ^ error: expected a member name after 'tagged', found ':'

// 12.8: break takes no name.
module twelve_break; initial forever break loop; endmodule
//                                        ^ error: expected ';' after 'break'
