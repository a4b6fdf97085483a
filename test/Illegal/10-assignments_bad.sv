// Assignments, patterns, aliases (IEEE 1800-2023 clause 10).
// RUN: %expect-messages %s

// 10.3.2: the bit of a variable that is driven is constant.
module ten_index(input [1:0] i, input a);
  logic [3:0] v;
  assign v[i] = a;
//         ^ error: the index of a continuously driven bit must be constant
endmodule

// 10.3.2: a constant is no target.
module ten_constant(input a);
  wire w;
  assign {w, 1'b0} = {a, a};
//           ^ error: this expression cannot be assigned to
endmodule

// 10.3: a parameter is none.
module ten_parameter;
  localparam P = 1;
  assign P = 2;
//       ^ error: 'P' cannot be assigned to
endmodule

// 10.3: nor is a function.
module ten_function;
  function int f(); return 1; endfunction
  assign f = 2;
//       ^ error: 'f' cannot be assigned to
endmodule

// 10.4: nor is a call.
module ten_call;
  function int f(); return 1; endfunction
  initial f() = 2;
//        ^ error: this expression cannot be assigned to
endmodule

// 10.4.2: nor is a parameter one of a nonblocking assignment.
module ten_nonblocking;
  parameter P = 1;
  initial P <= 2;
//        ^ error: 'P' cannot be assigned to
endmodule

// 10.6.1: a procedural continuous assignment has a variable.
module ten_assign;
  wire w;
//     ^ note: 'w' is declared here
  initial assign w = 1;
//               ^ error: net 'w' cannot be the target of a procedural continuous assignment
endmodule

// 10.6.1: deassign too.
module ten_deassign;
  wire w;
//     ^ note: 'w' is declared here
  initial deassign w;
//                 ^ error: net 'w' cannot be the target of a procedural continuous assignment
endmodule

// 10.6.2: a forced bit has a constant index.
module ten_force_index;
  wire [3:0] w;
  int i;
  initial force w[i] = 1;
//                ^ error: the index of a continuously driven bit must be constant
endmodule

// 10.9.1: as many values as elements.
module ten_pattern_size;
  int a[3] = '{1, 2};
//           ^ error: 2 values for type 'int$[0:2]', which has 3 elements
endmodule

// 10.9.2: as many values as members.
module ten_pattern_members;
  struct { int i, j; } s = '{1, 2, 3};
//                         ^ error: 3 values for type 'struct', which has 2 elements
endmodule

// 10.9.2: no such member.
module ten_pattern_key;
  struct { int i, j; } s = '{i: 1, k: 2};
//                                 ^ error: there is no member 'k' in 'struct'
endmodule

// 10.9.2: one value for each.
module ten_pattern_twice;
  struct { int i, j; } s = '{i: 1, i: 2, j: 3};
//                                 ^ error: a second value for the same key of an assignment pattern
endmodule

// 10.9.2: all members.
module ten_pattern_missing;
  struct { int i, j; } s = '{i: 1};
//                         ^ error: the assignment pattern has no value for 'j'
endmodule

// 10.9.1: one default.
module ten_pattern_defaults;
  int a[3] = '{default: 1, default: 2};
//                         ^ error: a second value for the same key of an assignment pattern
endmodule

// 10.9.1: an index within the bounds.
module ten_pattern_index;
  int a[3] = '{0: 1, 5: 2, default: 0};
//                   ^ error: index 5 is outside of the declared range [0:2]
endmodule

// 10.9: keys for all values or none.
module ten_pattern_mixed;
  int a[3] = '{0: 1, 2, 3};
//                   ^ error: values with and without keys cannot be mixed in an assignment pattern
endmodule

// 10.9: a pattern needs a type.
module ten_pattern_type;
  initial $display('{1, 2} == '{1, 2});
//                 ^ error: the type of this assignment pattern cannot be known here
//                            ^ error: the type of this assignment pattern cannot be known here
endmodule

// 10.9: an integer is no array of values.
module ten_pattern_real;
  real r = '{1, 2};
//         ^ error: an assignment pattern cannot have type 'real'
endmodule

// 10.9.1: the replication gives as many values as there are.
module ten_pattern_replication;
  int a[5] = '{2{1, 2}};
//           ^ error: 4 values for type 'int$[0:4]', which has 5 elements
endmodule

// 10.9: the value of a member is assignable.
module ten_pattern_value;
  typedef enum { A, B } e;
  struct { e x; } s = '{5};
//                      ^ error: a value of type 'int' needs a cast to be assigned to enumeration 'e'
endmodule

// 10.10: as many elements as the array has.
module ten_concatenation;
  int a[3] = {1, 2, 3, 4};
//           ^ error: 4 elements are given for an array of 3
endmodule

// 10.11: a variable has no alias.
module ten_alias_variable;
  logic a;
//      ^ note: 'a' is declared here
  wire b;
  alias a = b;
//      ^ error: variable 'a' cannot be connected to a bidirectional port or terminal
endmodule

// 10.11: aliased nets have one width.
module ten_alias_width;
  wire [3:0] a;
  wire [1:0] b;
  alias a = b;
//^ error: the nets of an alias have different widths
endmodule

// 10.11: a net is not aliased to itself.
module ten_alias_self;
  wire [3:0] a;
  alias a = a;
//          ^ error: net 'a' is an alias of itself
endmodule

// 10.11: and its kind is the other's.
module ten_alias_kind;
  wire a;
  wand b;
  alias a = b;
//          ^ error: nets of different kinds cannot be aliases
endmodule

// 10.8: a string is not assigned to a real.
module ten_string;
  real r;
  string s;
  initial r = s;
//            ^ error: a value of type 'string' cannot be assigned to type 'real'
endmodule

// 10.3.4: a strength is for nets.
module ten_strength(input a);
  logic v;
  assign (strong0, weak1) v = a;
//       ^ error: variable 'v' cannot be driven with a strength
endmodule

// 10.4.1: two equals signs compare.
module ten_compare; int a; initial a == 1; endmodule
//                                 ^ error: this expression is not a statement

// 10.9.1: every element up to the highest index has a value.
module ten_pattern_hole;
  int d[] = '{0: 1, 2: 3};
//          ^ error: the assignment pattern has no value for '1'
endmodule

// 10.9.1: one value for an index.
module ten_pattern_index_twice;
  int d[] = '{0: 1, 0: 3};
//                  ^ error: a second value for the same key of an assignment pattern
endmodule

// 10.9.1: no indices below 0.
module ten_pattern_negative;
  int q[$] = '{-1: 1, 0: 3};
//             ^ error: index -1 is outside of the declared range [0:16777215]
endmodule
