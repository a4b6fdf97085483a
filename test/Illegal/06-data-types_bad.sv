// Nets, variables, types, enumerations (IEEE 1800-2023 clause 6).
// RUN: %expect-messages %s

// 6.5: a variable has one continuous driver.
module six_two_drivers(input a, b);
  logic v;
  assign v = a;
//       ^ note: the other write of 'v' is here
  assign v = b;
//       ^ error: variable 'v' has more than one continuous driver
endmodule

// 6.5: and none if procedures write it.
module six_mixed(input a, b);
  logic v;
  assign v = a;
//       ^ note: the other write of 'v' is here
  initial v = b;
//        ^ error: variable 'v' is driven continuously and written by a procedure
endmodule

// 6.5: each bit has; these two overlap.
module six_overlap(input a, b);
  logic [3:0] v;
  assign v[2:0] = {a, a, a};
//       ^ note: the other write of 'v' is here
  assign v[3:2] = {b, b};
//       ^ error: variable 'v' has more than one continuous driver
endmodule

// 6.5: an input port that is a variable is driven from outside.
module six_input(input logic a);
//                           ^ note: 'a' is declared here
  initial a = 1;
//        ^ error: net 'a' cannot be assigned to in a procedure
endmodule

// 6.5: a net is not written by procedures.
module six_net;
  wire w;
//     ^ note: 'w' is declared here
  initial w = 1;
//        ^ error: net 'w' cannot be assigned to in a procedure
endmodule

// 6.6.1: a net has a four-state type.
module six_int_net;
  wire int w;
//         ^ error: net 'w' cannot have type 'int', which is not a four-state type
endmodule

// 6.7.1: its members too.
module six_struct_net;
  typedef struct { logic a; bit b; } pair;
  wire pair w;
//          ^ error: net 'w' cannot have type 'struct{logic a;bit b;}pair', which is not a four-state type
endmodule

// 6.6.1: a string is no type of a net.
module six_string_net;
  wire string w;
//            ^ error: net 'w' cannot have type 'string', which is not a four-state type
endmodule

// 6.6.7: nor of a net type.
module six_nettype;
  nettype string text;
//               ^ error: a net type cannot have the data type 'string'
endmodule

// 6.6.7: the resolution function takes an array.
module six_resolution;
  function automatic real sum(real r); return r; endfunction
  nettype real total with sum;
//                        ^ error: 'sum' cannot resolve a net of type 'real'
  total t;
endmodule

// 6.6.7: a net is not assigned to in a procedure.
module six_nettype_procedure;
  nettype real voltage;
  voltage v;
//        ^ note: 'v' is declared here
  initial v = 1.5;
//        ^ error: net 'v' cannot be assigned to in a procedure
endmodule

// 6.6.7: one driver without a resolution function.
module six_nettype_drivers;
  nettype real voltage;
  voltage v = 1.5;
//        ^ note: the other write of 'v' is here
  assign v = 2.5;
//       ^ error: net 'v' has more than one driver, and its net type has no resolution function
endmodule

// 6.6.7: no drivers of parts.
module six_nettype_part;
  typedef struct { logic a, b; } pair;
  nettype pair wires;
  wires w;
  assign w.a = 1;
//       ^ error: a part of net 'w' cannot be driven: a net of a user-defined net type is driven as a whole
endmodule

// 6.6.7: a net declaration with a delay names a net type.
module six_nettype_delay;
  typedef logic bit_type;
  bit_type #5 w;
//            ^ error: 'bit_type' is not a net type
endmodule

// 23.3.3.7.2: nets of user-defined types are joined with their own kind.
package six_nettypes;
  nettype real voltage;
  nettype real current;
endpackage
module six_nettype_port(input six_nettypes::voltage v);
endmodule
module six_nettype_connection;
  six_nettypes::current c;
  six_nettype_port p(c);
//                   ^ error: port 'v' of net type 'voltage' cannot be connected to a net of net type 'current'
endmodule

// 6.6.8: an interconnect net is no operand.
module six_interconnect;
  interconnect i;
  wire w = i;
//         ^ error: interconnect net 'i' can only be connected to ports and terminals
endmodule

// 6.6.8: and is not assigned to.
module six_interconnect_target;
  interconnect i;
  assign i = 1;
//       ^ error: interconnect net 'i' can only be connected to ports and terminals
endmodule

// 6.6.2: a uwire has one driver.
module six_uwire(input a, b);
  uwire u;
  assign u = a;
//       ^ note: the other write of 'u' is here
  assign u = b;
//       ^ error: net 'u' of kind uwire has more than one driver
endmodule

// 6.8: a variable of a module is static.
module six_automatic;
  automatic int i = 0;
//^ error: a variable of a module or package cannot be automatic
endmodule

// 6.9.1: the bounds of a vector are constant.
module six_bound;
  int n = 3;
//    ^ note: 'n' is declared here
  logic [n:0] v;
//       ^ error: 'n' is not constant
endmodule

// 6.9.1: and known.
module six_unknown_bound;
  logic ['x:0] v;
//       ^ error: the constant 1'bx has unknown bits
endmodule

// 6.9.1: and integers.
module six_real_bound;
  logic [2.5:0] v;
//       ^ error: expected an integral expression, found one of type 'real'
endmodule

// 6.10: no implicit nets without a default net type.
`default_nettype none
module six_implicit(input wire a);
  assign y = a;
//       ^ error: 'y' is not declared
endmodule
`default_nettype wire

// 6.12: no bits of a real variable.
module six_real_bit;
  real r;
  initial $display(r[0]);
//                 ^ error: an operand of type 'real' cannot be selected from
endmodule

// 6.12: no edges.
module six_real_edge;
  real r;
  always @(posedge r) $display;
//                 ^ error: an edge needs an integral expression, not one of type 'real'
endmodule

// 6.12: no real index.
module six_real_index;
  int a[4];
  real r;
  initial $display(a[r]);
//                   ^ error: expected an integral expression, found one of type 'real'
endmodule

// 6.13: no variables of type void.
module six_void;
  void v;
//     ^ error: variable 'v' cannot have type void
endmodule

// 6.14: a chandle is not an operand of arithmetic.
module six_chandle;
  chandle c;
  int i;
  initial i = c + 1;
//            ^ error: operator '+' cannot be applied to operands of types 'chandle' and 'int'
endmodule

// 6.14: nor is an integer assigned to it.
module six_chandle_assign;
  chandle c;
  initial c = 5;
//            ^ error: a value of type 'int' cannot be assigned to type 'chandle'
endmodule

// 6.16: an integer variable needs a cast to become a string.
module six_string;
  string s;
  int i;
  initial s = i;
//            ^ error: a value of type 'int' cannot be assigned to type 'string'
endmodule

// 6.16: a string has no such method.
module six_string_method;
  string s;
  initial $display(s.length());
//                   ^ error: there is no member or method 'length' of type 'string'
endmodule

// 6.16.2: putc takes an index and a character.
module six_putc;
  string s;
  initial s.putc(0);
//        ^ error: 'string.putc' takes 2 arguments, but 1 are given
endmodule

// 6.17: an event is no number.
module six_event;
  event e;
  initial e = 1;
//            ^ error: a value of type 'int' cannot be assigned to type 'event'
endmodule

// 6.17: nor the operand of an addition.
module six_event_sum;
  event e;
  int i;
  initial i = e + 1;
//            ^ error: operator '+' cannot be applied to operands of types 'event' and 'int'
endmodule

// 6.18: a type that is announced is defined.
module six_forward;
  typedef six_never;
//        ^ error: type 'six_never' is declared but never defined
  six_never x;
endmodule

// 6.18: as what it was announced.
module six_forward_kind;
  typedef struct six_kind;
//               ^ note: 'six_kind' was declared here before
  typedef enum { SixA } six_kind;
//                      ^ error: type 'six_kind' is not what was announced
endmodule

// 6.18: a type is used after its definition.
module six_early;
  six_late_type x;
//^ error: 'six_late_type' is used before its declaration
  typedef int six_late_type;
//            ^ note: 'six_late_type' is declared here
endmodule

// 6.18: a type is no value.
module six_type_value;
  typedef int t;
  int i = t;
//        ^ error: a data type is used as a value
endmodule

// 6.18: a variable is no type.
module six_not_a_type;
  int t;
//    ^ note: 't' is declared here
  t x;
//^ error: 't' is not a data type
endmodule

// 6.18: a name is defined once.
module six_typedef_twice;
  typedef int t;
//            ^ note: 't' was declared here before
  typedef logic t;
//              ^ error: redefinition of 't'
endmodule

// 6.19: the names of a scope are different, across enumerations.
module six_enum_names;
  enum { Red, Green } a;
//       ^ note: 'Red' was declared here before
  enum { Blue, Red } b;
//             ^ error: redefinition of 'Red'
endmodule

// 6.19: so are the values of one enumeration.
module six_enum_values;
  enum { A = 1, B = 0, C } e;
//                     ^ error: 'C' has the same value as 'A': 32'sh1
endmodule

// 6.19: a value fits in the base type.
module six_enum_fit;
  enum bit [1:0] { A = 3, B } e;
//                        ^ error: the value of 'B' does not fit in the base type 'bit[1:0]'
endmodule

// 6.19: a literal has the size of the base.
module six_enum_size;
  enum bit [1:0] { A = 3'd1 } e;
//                     ^ error: a literal of 3 bits as a value of the base type 'bit[1:0]' of 2 bits
endmodule

// 6.19: unknown bits need a four-state base.
module six_enum_x;
  enum bit [1:0] { A = 2'bx0 } e;
//                     ^ error: unknown bits need a four-state base type, not 'bit[1:0]'
endmodule

// 6.19: and the next member a value.
module six_enum_after_x;
  enum logic [1:0] { A = 2'bxx, B } e;
//                              ^ error: 'B' needs a value: the member before it has unknown bits
endmodule

// 6.19: the base is integral.
module six_enum_base;
  typedef real r;
  enum r { A } e;
//     ^ error: type 'r' cannot be the base of an enumeration
endmodule

// 6.19: values are constant.
module six_enum_constant;
  int i;
//    ^ note: 'i' is declared here
  enum { A = i } e;
//           ^ error: 'i' is not constant
endmodule

// 6.19.2: the bounds of a range of members are not negative.
module six_enum_range;
  enum { A[-1:2] } e;
//       ^ error: the range of enumeration member 'A' needs bounds that are not negative and not too far apart
endmodule

// 6.19.3: a number needs a cast.
module six_enum_assign;
  enum { A, B } e;
  initial e = 1;
//            ^ error: a value of type 'int' needs a cast to be assigned to enumeration 'enum'
endmodule

// 6.19.4: so does a sum.
module six_enum_sum;
  enum { A, B } e;
  initial e = A + 1;
//            ^ error: a value of type 'bit signed[31:0]' needs a cast to be assigned to enumeration 'enum'
endmodule

// 6.19.4: and an increment.
module six_enum_increment;
  enum { A, B } e;
  initial e++;
//        ^ error: operator '++' cannot be applied to an operand of type 'enum'
endmodule

// 6.19.4: and an assignment operator.
module six_enum_operator;
  enum { A, B } e;
  initial e += 1;
//        ^ error: a value of type 'bit signed[31:0]' needs a cast to be assigned to enumeration 'enum'
endmodule

// 6.19.3: a member of another enumeration is a number, too.
module six_enum_other;
  enum { A, B } e;
  enum { C, D } f;
  initial e = C;
//            ^ error: a value of type 'enum' needs a cast to be assigned to enumeration 'enum'
endmodule

// 6.20.1: a parameter of the body has a value.
module six_parameter;
  parameter int P;
//              ^ error: parameter 'P' has no value
endmodule

// 6.20.4: a local parameter always has.
module six_localparam #(localparam int L);
//                                     ^ error: parameter 'L' has no value
endmodule

// 6.20.2: the value is constant.
module six_parameter_value;
  int i = 1;
//    ^ note: 'i' is declared here
  parameter int P = i;
//                  ^ error: 'i' is not constant
endmodule

// 6.20.2: no value of another type without a cast.
module six_parameter_type;
  parameter string S = 1.5;
//                     ^ error: a value of type 'real' cannot be assigned to type 'string'
endmodule

// 6.20.2: a parameter is not assigned to.
module six_parameter_write;
  parameter P = 1;
  initial P = 2;
//        ^ error: 'P' cannot be assigned to
endmodule

// 6.20.5: a specparam is no part of a parameter.
module six_specparam;
  specparam S = 3;
  parameter P = S;
//              ^ error: specparam 'S' cannot be used in the value of a parameter
endmodule

// 6.20.6: a constant is not assigned to.
module six_const;
  const int c = 1;
//          ^ note: 'c' is declared here
  initial c = 2;
//        ^ error: 'c' is constant and cannot be assigned to
endmodule

// 6.20.7: $ is no operand.
module six_unbounded;
  parameter P = $ + 1;
//              ^ error: operator '+' cannot be applied to operands of types '$' and 'int'
endmodule

// 6.21: a name from outside does not reach automatic variables.
module six_hierarchical;
  task automatic t; int i; endtask
  initial $display(t.i);
//                 ^ error: automatic variable 'i' cannot be reached by a hierarchical name
endmodule

// 6.21: an automatic variable is not written by a nonblocking assignment.
module six_nonblocking;
  initial begin automatic int i; i <= 1; end
//                               ^ error: automatic variable 'i' cannot be assigned to by '<='
//                            ^ note: 'i' is declared here
endmodule

// 6.21: nor by the driver of a net or variable outside, nor monitored.
module six_monitor;
  initial begin automatic int i = 0; $monitor("%d", i); end
//                                                  ^ error: automatic variable 'i' cannot be monitored
endmodule

// 6.22.3: two structures with equal members are two types.
module six_structs;
  struct { int i; } a;
  struct { int i; } b;
  initial a = b;
//            ^ error: a value of type 'struct' cannot be assigned to type 'struct'
endmodule

// 6.22.2: unpacked arrays have equal element types.
module six_arrays;
  int a[2];
  logic [31:0] b[2];
  initial a = b;
//            ^ error: a value of type 'logic[31:0]$[0:1]' cannot be assigned to type 'int$[0:1]'
endmodule

// 6.23: the argument of type is a type or an expression.
module six_type_operator;
  var type(six_missing) y;
//         ^ error: 'six_missing' is not declared
endmodule

// 6.24.1: the size of a cast is positive.
module six_cast_size;
  int i = 0'(3);
//        ^ error: the size of a cast must be positive and not too large, not 0
endmodule

// 6.24.1: and constant.
module six_cast_constant;
  int n = 3;
//    ^ note: 'n' is declared here
  int i = n'(3);
//        ^ error: 'n' is not constant
endmodule

// 6.24.1: an unpacked structure is not cast to a real.
module six_cast_struct;
  struct { string s; } a;
  real r = real'(a);
//         ^ error: a value of type 'struct' cannot be cast to type 'real'
endmodule

// 6.24.2: $cast writes its first argument.
module six_dynamic_cast;
  enum { A, B } e;
  initial if ($cast(5, 1)) $display;
//                  ^ error: this expression cannot be assigned to
endmodule

// 6.11: a predefined type has its range.
module six_int_range; int [3:0] s; endmodule
//                        ^ error: type 'int' cannot have packed dimensions

// 6.6.8: an interconnect net has no type.
module six_interconnect_type; interconnect logic i; endmodule
//                                         ^ error: an interconnect net has no data type
