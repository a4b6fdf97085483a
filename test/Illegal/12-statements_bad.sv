// Statements (IEEE 1800-2023 clause 12).
// RUN: %expect-messages %s

// 12.4: a condition is a truth value.
module twelve_if;
  struct { int i; } s;
  initial if (s) $display;
//            ^ error: an expression of type 'struct' cannot be tested for truth
endmodule

// 12.5: a selector is comparable.
module twelve_case;
  int a[2];
  initial case (a) 1: $display; endcase
//              ^ error: an expression of type 'int$[0:1]' cannot be compared by this case statement
endmodule

// 12.5: so are the items.
module twelve_case_item;
  string s;
  struct { int i; } t;
  initial case (s) t: $display; endcase
//                 ^ error: a value of type 'struct' cannot be compared with one of type 'string'
endmodule

// 12.5.1: no wildcards in reals.
module twelve_casez;
  real r;
  initial casez (r) 1.0: $display; endcase
//               ^ error: an expression of type 'real' cannot be compared by this case statement
endmodule

// 12.6: a tagged pattern is for tagged unions.
module twelve_pattern;
  int i;
  initial case (i) matches
    tagged Valid .n: $display;
//  ^ error: a tagged pattern cannot match a value of type 'int'
  endcase
endmodule

// 12.6: of its members.
module twelve_pattern_member;
  union tagged { void None; int Some; } u;
  initial case (u) matches
    tagged Any .n: $display;
//         ^ error: there is no member 'Any' in 'union tagged'
  endcase
endmodule

// 12.6: the variable of a pattern ends with its item.
module twelve_pattern_scope;
  union tagged { void None; int Some; } u;
  initial begin
    if (u matches tagged Some .n) $display(n);
    $display(n);
//           ^ error: 'n' is not declared
  end
endmodule

// 12.7.1: a loop variable is declared once.
module twelve_for;
  initial for (int i = 0, int i = 1; i < 3; i++) $display;
//                            ^ error: redefinition of 'i'
//                 ^ note: 'i' was declared here before
endmodule

// 12.7.1: and ends with its loop.
module twelve_for_scope;
  initial begin
    for (int i = 0; i < 3; i++) $display;
    $display(i);
//           ^ error: 'i' is not declared
  end
endmodule

// 12.7.1: the condition is a truth value.
module twelve_for_condition;
  string s[2];
  initial for (int i = 0; s; i++) $display;
//                        ^ error: an expression of type 'string$[0:1]' cannot be tested for truth
endmodule

// 12.7.2: the count is a number.
module twelve_repeat;
  int a[2];
  initial repeat (a) $display;
//                ^ error: expected an integral expression, found one of type 'int$[0:1]'
endmodule

// 12.7.3: a foreach has an array.
module twelve_foreach;
  real r;
  initial foreach (r[i]) $display;
//                 ^ error: expected an array, vector or string, found an expression of type 'real'
endmodule

// 12.7.3: with as many dimensions.
module twelve_foreach_dimensions;
  int a[2];
  initial foreach (a[i, j, k]) $display;
//                         ^ error: more loop variables than dimensions: 'int$[0:1]' has no further dimension
endmodule

// 12.7.3: a loop variable of it is read only.
module twelve_foreach_write;
  int a[2];
  initial foreach (a[i]) i = 3;
//                       ^ error: 'i' is constant and cannot be assigned to
//                   ^ note: 'i' is declared here
endmodule

// 12.7.4: a while has a truth value.
module twelve_while;
  struct { int i; } s;
  initial while (s) $display;
//               ^ error: an expression of type 'struct' cannot be tested for truth
endmodule

// 12.8: break is within a loop.
module twelve_break;
  initial break;
//        ^ error: 'break' is only allowed within a loop
endmodule

// 12.8: continue too.
module twelve_continue;
  initial begin if (1) continue; end
//                     ^ error: 'continue' is only allowed within a loop
endmodule

// 12.8: return is within a subroutine.
module twelve_return;
  initial return;
//        ^ error: 'return' is only allowed in a task or function
endmodule

// 12.3: a call of a function as a statement has a function.
module twelve_statement;
  int i;
//    ^ note: 'i' is declared here
  initial i();
//        ^ error: variable 'i' is not a task or function
endmodule

// 12.5.4: a range of a case inside has comparable bounds.
module twelve_range;
  int i;
  string s[2];
  initial case (i) inside [1:s]: $display; endcase
//                           ^ error: a value of type 'string' cannot be compared with one of type 'int'
endmodule

// 12.3: a number is no statement.
module twelve_number; initial 5; endmodule
//                            ^ error: this expression is not a statement

// 12.3: nor is an operand.
module twelve_expression; int a, b; initial a + b; endmodule
//                                          ^ error: this expression is not a statement

// 12.7.1: a step is an assignment.
module twelve_step; int i; initial for (i = 0; i < 3; i + 1) ; endmodule
//                                                    ^ error: this expression is not a statement
