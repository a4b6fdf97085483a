// Operators and expressions (IEEE 1800-2023 clause 11).
// RUN: %expect-messages %s

// 11.3.1: no remainder of reals.
module eleven_modulus;
  real r, s;
  initial r = r % s;
//            ^ error: operator '%' cannot be applied to operands of types 'real' and 'real'
endmodule

// 11.3.1: no bitwise operators on reals.
module eleven_bitwise;
  real r;
  int i;
  initial i = ~r;
//            ^ error: operator '~' cannot be applied to an operand of type 'real'
  initial i = r & 1;
//            ^ error: operator '&' cannot be applied to operands of types 'real' and 'int'
endmodule

// 11.3.1: no shifts of reals, nor by reals.
module eleven_shift;
  real r;
  int i;
  initial i = r << 1;
//            ^ error: operator '<<' cannot be applied to operands of types 'real' and 'int'
  initial i = i >> r;
//            ^ error: operator '>>' cannot be applied to operands of types 'int' and 'real'
endmodule

// 11.4.6: no wildcards of reals.
module eleven_wildcard;
  real r, s;
  initial if (r ==? s) $display;
//            ^ error: operator '==?' cannot be applied to operands of types 'real' and 'real'
endmodule

// 11.3.1: no reduction of reals.
module eleven_reduction;
  real r;
  initial if (|r) $display;
//            ^ error: operator '|' cannot be applied to an operand of type 'real'
endmodule

// 11.3.6: an assignment within an expression is in parentheses, and in a procedure.
module eleven_assignment;
  int a, b;
  wire [31:0] w = (a = b);
//                 ^ error: an assignment within an expression is only allowed in procedural code
endmodule

// 11.4.2: an increment has a variable.
module eleven_increment;
  int a, b;
  initial (a + b)++;
//         ^ error: this expression cannot be assigned to
endmodule

// 11.4.2: that is not constant.
module eleven_increment_constant;
  localparam P = 1;
  int a;
  initial a = P++;
//            ^ error: 'P' cannot be assigned to
endmodule

// 11.4.12: an element of a concatenation has a size.
module eleven_unsized;
  logic [63:0] v;
  initial v = {1'b1, 5};
//                   ^ error: a number without size cannot be concatenated
endmodule

// 11.4.12: no reals.
module eleven_concatenate_real;
  logic [63:0] v;
  real r;
  initial v = {r, 1'b1};
//             ^ error: an expression of type 'real' cannot be concatenated
endmodule

// 11.4.12.1: the count of a replication is not negative.
module eleven_replication;
  logic [7:0] v = {-1{2'b10}};
//                 ^ error: the count of a replication must be positive
endmodule

// 11.4.12.1: not zero outside of another concatenation.
module eleven_replication_zero;
  logic [7:0] v = {0{2'b10}};
//                ^ error: the count of a replication must be positive
endmodule

// 11.4.12.1: known.
module eleven_replication_x;
  logic [7:0] v = {1'bx{2'b10}};
//                 ^ error: the constant 1'bx has unknown bits
endmodule

// 11.4.12.1: and constant.
module eleven_replication_variable;
  int n = 2;
//    ^ note: 'n' is declared here
  logic [7:0] v;
  initial v = {n{2'b10}};
//             ^ error: 'n' is not constant
endmodule

// 11.4.12.2: an integer needs a cast among strings.
module eleven_strings;
  string s;
  int i;
  initial s = {s, i};
//                ^ error: an expression of type 'int' needs a cast to be concatenated with strings
endmodule

// 11.5.1: the bounds of a part-select are constant.
module eleven_part;
  logic [7:0] v;
  int i;
//    ^ note: 'i' is declared here
  initial $display(v[i:0]);
//                   ^ error: 'i' is not constant
endmodule

// 11.5.1: in the order of the declaration.
module eleven_part_order;
  logic [0:7] v;
  initial $display(v[3:0]);
//                   ^ error: the range [3:0] runs against the declared range [0:7]
endmodule

// 11.5.1: the width is constant.
module eleven_width;
  logic [7:0] v;
  int i;
//    ^ note: 'i' is declared here
  initial $display(v[0 +: i]);
//                        ^ error: 'i' is not constant
endmodule

// 11.5.1: and positive.
module eleven_width_zero;
  logic [7:0] v;
  initial $display(v[0 +: 0]);
//                        ^ error: the width of a select must be positive and not too large, not 0
  initial $display(v[7 -: -1]);
//                        ^ error: the width of a select must be positive and not too large, not -1
endmodule

// 11.5.1: a part-select of one bit.
module eleven_scalar;
  logic v;
  initial $display(v[0:0]);
//                 ^ error: an operand of type 'logic' is a single bit: it cannot be selected from
endmodule

// 11.5.1: an index is integral.
module eleven_index;
  logic [7:0] v;
  string s;
  initial $display(v[s]);
//                   ^ error: expected an integral expression, found one of type 'string'
endmodule

// 11.4.11: the alternatives have compatible types.
module eleven_conditional;
  string s;
  struct { int i; } t;
  int i;
  initial i = i ? s : t;
//            ^ error: the alternatives of '?:' have incompatible types 'string' and 'struct'
endmodule

// 11.4.11: the condition is a value.
module eleven_condition;
  int a[2];
  int i;
  initial i = a ? 1 : 2;
//            ^ error: an expression of type 'int$[0:1]' cannot be tested for truth
endmodule

// 11.4.13: a member of the set is comparable.
module eleven_inside;
  int i;
  struct { int i; } t;
  initial if (i inside {1, t}) $display;
//                         ^ error: a value of type 'struct' cannot be compared with one of type 'int'
endmodule

// 11.4.7: logical operators have truth values.
module eleven_logical;
  int a[2];
  initial if (!a) $display;
//            ^ error: operator '!' cannot be applied to an operand of type 'int$[0:1]'
  initial if (a && 1) $display;
//            ^ error: operator '&&' cannot be applied to operands of types 'int$[0:1]' and 'int'
endmodule

// 11.4.4: structures have no order.
module eleven_order;
  struct { int i; } s, t;
  initial if (s < t) $display;
//            ^ error: operator '<' cannot be applied to operands of types 'struct' and 'struct'
endmodule

// 11.4.5: a string is not compared with a structure.
module eleven_equality;
  string s;
  struct { int i; } t;
  initial if (s == t) $display;
//            ^ error: operator '==' cannot be applied to operands of types 'string' and 'struct'
endmodule

// 11.4.14.2: the slice of a stream is positive.
module eleven_slice;
  int i, j;
  initial i = {<< 0 {j}};
//                ^ error: the slices of a stream must have a positive size that is not too large, not 0
endmodule

// 11.4.14.2: and constant.
module eleven_slice_constant;
  int i, j, n;
//          ^ note: 'n' is declared here
  initial i = {<< n {j}};
//                ^ error: 'n' is not constant
endmodule

// 11.4.14.3: the target is wide enough.
module eleven_stream_target;
  byte b;
  int j;
  initial b = {<< {j}};
//            ^ error: the target has 8 bits, but the stream has 32
endmodule

// 11.4.14.3: or the source.
module eleven_stream_source;
  byte b;
  int j;
  initial {<< {j}} = b;
//                   ^ error: the source has 8 bits, but the stream on the left needs 32
endmodule

// 11.4.14: a stream is no operand without a cast.
module eleven_stream_operand;
  int i, j;
  initial i = 1 + {<< {j}};
//                ^ error: a stream needs a cast to be an operand
endmodule

// 11.9: a tagged expression has a tagged union.
module eleven_tagged;
  int i;
  initial i = tagged Valid 3;
//            ^ error: a tagged expression needs a tagged union, not a value of type 'int'
endmodule

// 11.9: and one of its members.
module eleven_tagged_member;
  union tagged { void None; int Some; } u;
  initial u = tagged Other 3;
//                   ^ error: there is no member 'Other' in 'union tagged'
endmodule

// 11.12: a let takes its arguments.
module eleven_let;
  let twice(x) = 2 * x;
  int i;
  initial i = twice();
//            ^ error: no value for argument 'x' of 'twice', which has no default
endmodule

// 11.12: no more.
module eleven_let_more;
  let twice(x) = 2 * x;
  int i;
  initial i = twice(1, 2);
//                     ^ error: 'twice' takes 1 argument, but 2 are given
endmodule

// 11.12: and does not depend on itself.
module eleven_let_self;
  let endless(x) = endless(x);
//                 ^ error: the declaration of 'endless' depends on itself
  int i;
  initial i = endless(1);
endmodule

// 11.2: a module is no operand.
module eleven_leaf; endmodule
module eleven_instance;
  eleven_leaf u();
//            ^ note: 'u' is declared here
  int i;
  initial i = u + 1;
//            ^ error: instance 'u' is not a value
endmodule

// 11.2: nor is a name that is not declared.
module eleven_undeclared;
  int i;
  initial i = eleven_nothing + 1;
//            ^ error: 'eleven_nothing' is not declared
endmodule

// 11.2: and a name close to it is offered.
module eleven_spelling;
  int counter;
  initial countre = 1;
//        ^ error: 'countre' is not declared; did you mean 'counter'?
endmodule

// 11.2.1: a call of a system function with effects is not constant.
module eleven_constant;
  parameter P = $time;
//              ^ error: a call of '$time' is not constant
endmodule

// 11.5.1: nothing but a name or a concatenation is selected from.
module eleven_select; wire b, c; wire a = (b + c)[0]; endmodule
//                                        ^ error: an operand of type 'logic' is a single bit: it cannot be selected from

// 11.4.14.4: a range to be streamed lies in the array.
module eleven_stream_range;
  logic [7:0] a[4];
  logic [31:0] v;
  initial v = {>>{a with [2:4], 8'h0}};
//                ^ error: the range to be streamed does not lie in the array
endmodule
