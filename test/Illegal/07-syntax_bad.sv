// Structures and arrays as text (IEEE 1800-2023 clause 7, A.2).
// RUN: %expect-messages %s

// 7.2: a structure has members.
module seven_empty; struct {} s; endmodule
//                          ^ error: a structure or union needs at least one member

// 7.2: a member has a type.
module seven_member_type; struct { a; } s; endmodule
//                                  ^ error: expected a name, found ';'

// 7.2: members end with a semicolon.
module seven_member_end; struct { int a } s; endmodule
//                                     ^ error: expected ';' after member declaration

// 7.3.2: tagged is for unions.
module seven_tagged; struct tagged { int a; } s; endmodule
//                          ^ error: qualifier 'tagged' is not allowed on a structure

// 7.3.1: soft is for packed unions.
module seven_soft; struct soft { int a; } s; endmodule
//                        ^ error: qualifier 'soft' is not allowed on a structure

// 7.4: a dimension is closed.
module seven_dimension; int a[3; endmodule
//                             ^ error: expected ']'
//                           ^ note: to match this '['

// 7.10: a queue has one bound.
module seven_queue; int q[$:3:4]; endmodule
//                           ^ error: expected ']'
//                       ^ note: to match this '['

// 7.12: with has parentheses.
module seven_with; int q[$], r[$]; initial r = q.find with item > 2; endmodule
//                                                   ^ error: expected ';' after assignment

// 7.5.1: new has a size.
module seven_new; int d[]; initial d = new[]; endmodule
//                                         ^ error: expected an expression, found ']'

// 7.4: a packed dimension comes before the name, not before the type.
module seven_before; [7:0] logic v; endmodule
//                   ^ error: expected an item, found '['
