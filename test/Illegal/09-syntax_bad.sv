// Procedures and blocks as text (IEEE 1800-2023 clause 9, A.6).
// RUN: %expect-messages %s

// 9.2.1: a procedure has a statement.
module nine_initial; initial endmodule
//                           ^ error: expected a statement, found 'endmodule'

// 9.3.1: a block is closed.
module nine_block; initial begin int i; endmodule
//                                      ^ error: expected 'end', found 'endmodule'
//                         ^ note: this 'begin' begins here

// 9.3.1: by its own end.
module nine_join; initial begin $display; join endmodule
//                                        ^ error: expected 'end', found 'join'
//                        ^ note: this 'begin' begins here

// 9.3.2: fork ends with join.
module nine_fork; initial fork $display; end endmodule
//                                       ^ error: expected 'join', found 'end'
//                        ^ note: this 'fork' begins here

// 9.3.4: the name at the end is the block's.
module nine_label; initial begin : a end : b endmodule
//                                         ^ error: end label 'b' does not match the name 'a'

// 9.3.4: an unnamed block has none.
module nine_no_label; initial begin end : b endmodule
//                                        ^ error: end label 'b' on a block that has no name

// 9.3.5: one name only.
module nine_two_names; initial a : begin : b end endmodule
//                                         ^ error: a block has either a label or a name after 'begin', not both

// 9.3.1: declarations come first.
module nine_declaration; initial begin $display; int i; end endmodule
//                                               ^ error: declarations must precede the statements of a block

// 9.4: a delay has a value.
module nine_delay; initial # ; endmodule
//                           ^ error: expected a delay value, found ';'

// 9.4.2: an event control has an event.
module nine_event; initial @ ; endmodule
//                           ^ error: expected an event, found ';'

// 9.4.2: a list does not end with or.
module nine_event_list; initial @(a or) $display; endmodule
//                                    ^ error: expected an expression, found ')'

// 9.4.3: wait has parentheses.
module nine_wait; initial wait a; endmodule
//                            ^ error: expected '(' after 'wait'

// 9.4.5: repeat within an assignment has an event.
module nine_repeat; initial a = repeat (3) b; endmodule
//                                         ^ error: expected an event control, found identifier 'b'

// 9.6.2: disable has a name.
module nine_disable; initial disable ; endmodule
//                                   ^ error: expected a block or task name, found ';'

// 9.2.2: a sensitivity list is closed.
module nine_list; always @(posedge clk q <= d; endmodule
//                                    ^ error: expected ')'
//                        ^ note: to match this '('

// 9.6.1: wait fork has no statement.
module nine_wait_fork; initial wait fork x; endmodule
//                                      ^ error: expected ';' after 'wait fork'
