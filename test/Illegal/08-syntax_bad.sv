// Classes as text (IEEE 1800-2023 clause 8, A.1.9).
// RUN: %expect-messages %s

// 8.3: a class holds no procedures.
class EightInitial; initial x = 1; endclass
//                  ^ error: expected a class item, found 'initial'

// 8.3: no continuous assignments.
class EightAssign; assign x = 1; endclass
//                 ^ error: expected a class item, found 'assign'

// 8.3: the name at the end is the class's.
class EightLabel; endclass : EightOther
//                           ^ error: end label 'EightOther' does not match the name 'EightLabel'

// 8.13: a class extends a class.
class EightExtends extends ; endclass
//                         ^ error: expected a data type, found ';'

// 8.18: an item is local or protected.
class EightLocal; local protected int i; endclass
//                      ^ error: duplicate or conflicting qualifier 'protected'

// 8.9: a qualifier stands once.
class EightStatic; static static int i; endclass
//                        ^ error: duplicate or conflicting qualifier 'static'

// 8.20: a property is not virtual.
class EightVirtual; virtual int i; endclass
//                  ^ error: qualifier 'virtual' is not allowed on a property

// 8.7: a constructor has no type.
class EightNew; function int new(); endfunction endclass
//                           ^ error: a constructor has no return type

// 8.21: pure is for virtual methods.
class EightPure; pure function int f(); endclass
//               ^ error: qualifier 'pure' is not allowed on a method that is not virtual

// 18.4: a method is not random.
class EightRand; rand function int f(); endfunction endclass
//               ^ error: qualifier 'rand' is not allowed on a method

// 18.4: rand or randc.
class EightRandc; rand randc int i; endclass
//                     ^ error: duplicate or conflicting qualifier 'randc'

// 8.21: a pure method has no body.
virtual class EightBody; pure virtual function int f(); return 1; endfunction endclass
//                                                      ^ error: expected a class item, found 'return'
//                                                                ^ error: 'endfunction' without matching 'function'

// 8.24: a body outside has the method's name.
class EightOut; extern function int f(); endclass
function int EightOut::; endfunction
//                     ^ error: expected a name for the subroutine, found ';'

// 8.25: parameters are closed.
class EightParameter #(int P; endclass
//                          ^ error: expected ')'
//                    ^ note: to match this '('

// 18.5: a constraint has a name.
class EightConstraint; rand int i; constraint { i > 1; } endclass
//                                            ^ error: expected a name for the constraint, found '{'

// 18.5: and items that end with a semicolon.
class EightConstraintItem; rand int i; constraint c { i > 1 } endclass
//                                                         ^ error: expected ';' after constraint

// 8.26: a class implements classes.
class EightImplements implements ; endclass
//                               ^ error: expected a data type, found ';'
