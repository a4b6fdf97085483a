// Specify blocks as text (IEEE 1800-2023 clauses 30, 31, A.7).
// RUN: %expect-messages %s

// 30.3: a block is closed.
module th_close(input a, output b); specify (a => b) = 1; endmodule
//                                                        ^ error: expected 'endspecify', found 'endmodule'
//                                  ^ note: this 'specify' begins here

// 30.5: 1, 2, 3, 6 or 12 delays.
module th_delays(input a, output b); specify (a => b) = (1, 2, 3, 4); endspecify endmodule
//                                                      ^ error: a module path takes 1, 2, 3, 6 or 12 delays, not 4

// 30.5: not none.
module th_no_delay(input a, output b); specify (a => b) = ; endspecify endmodule
//                                                        ^ error: expected an expression, found ';'

// 30.4: a path has an arrow.
module th_arrow(input a, output b); specify (a b) = 1; endspecify endmodule
//                                            ^ error: expected '=>' after the inputs of a path

// 30.4: and two ends.
module th_ends(input a, output b); specify (a => ) = 1; endspecify endmodule
//                                               ^ error: expected a terminal, found ')'

// 30.4.4: a condition has parentheses.
module th_if(input a, output b); specify if a (a => b) = 1; endspecify endmodule
//                                         ^ error: expected '(' after 'if'

// 30.3: no assignments in the block.
module th_assign(input a, output b); specify assign b = a; endspecify endmodule
//                                           ^ error: expected a path, timing check or specparam, found 'assign'

// 30.3: no nets either.
module th_wire(input a, output b); specify wire w; endspecify endmodule
//                                         ^ error: expected a path, timing check or specparam, found 'wire'

// 31.2: the arguments are closed.
module th_check(input a, b); specify $setup(a, posedge b, 1; endspecify endmodule
//                                                         ^ error: expected ')'
//                                         ^ note: to match this '('

// 31.5: edges are pairs of 0, 1, x, z.
module th_edge(input a, b); specify $setup(a, edge [02] b, 1); endspecify endmodule
//                                                 ^ error: '02' is not an edge: expected two different ones of 0, 1, x and z
