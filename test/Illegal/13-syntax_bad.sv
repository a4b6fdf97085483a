// Tasks and functions as text (IEEE 1800-2023 clause 13, A.2.6).
// RUN: %expect-messages %s

// 13.4: the end of a function.
module thirteen_end; function int f(); return 1; endtask endmodule
//                                               ^ error: expected 'endfunction', found 'endtask'
//                   ^ note: this function begins here

// 13.4: the name at the end.
module thirteen_label; function int f(); return 1; endfunction : g endmodule
//                                                               ^ error: end label 'g' does not match the name 'f'

// 13.4: a function has a name.
module thirteen_name; function int (); return 1; endfunction endmodule
//                                 ^ error: expected a name for the subroutine, found '('

// 13.3: a list of arguments is closed.
module thirteen_list; task t(input int a; endtask endmodule
//                                      ^ error: expected ')'
//                          ^ note: to match this '('

// 13.3: a task has no type.
module thirteen_type; task int t(); endtask endmodule
//                         ^ error: expected a name for the subroutine, found 'int'

// 13.3: declarations come before statements.
module thirteen_order; task t; $display; int i; endtask endmodule
//                                       ^ error: declarations must precede the statements of a block

// 13.3: const is for references.
module thirteen_const; task automatic t(const input int a); endtask endmodule
//                                      ^ error: expected a name for the argument, found 'const'

// 13.3: a direction stands once.
module thirteen_directions; task t(input output int a); endtask endmodule
//                                       ^ error: expected a name for the argument, found 'output'

// 13.5.5: no parentheses without a name.
module thirteen_call; initial (1, 2); endmodule
//                              ^ error: expected ')'
//                            ^ note: to match this '('
