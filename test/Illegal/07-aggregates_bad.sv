// Structures, unions, arrays, queues (IEEE 1800-2023 clause 7).
// RUN: %expect-messages %s

// 7.2.1: a member of a packed structure is integral.
module seven_packed_real;
  struct packed { real r; } s;
//                     ^ error: member 'r' of a packed structure or union cannot have type 'real'
endmodule

// 7.2.1: or packed itself.
module seven_packed_array;
  struct packed { logic a [2]; } s;
//                      ^ error: member 'a' of a packed structure or union cannot have type 'logic$[0:1]'
endmodule

// 7.2.2: members of packed structures have no default values.
module seven_packed_default;
  struct packed { logic [3:0] a = 1; } s;
//                                ^ error: a member of a packed structure cannot have a default value
endmodule

// 7.2: a sign is for packed structures.
module seven_signed;
  struct signed { int i; } s;
//^ error: only packed structures and unions can be signed or unsigned
endmodule

// 7.2: no two members of one name.
module seven_twice;
  struct { int i; logic i; } s;
//                      ^ error: two members are named 'i'
endmodule

// 7.2: no void members.
module seven_void;
  struct { void v; } s;
//              ^ error: member 'v' cannot have type void
endmodule

// 7.2: no such member.
module seven_member;
  struct { int i; } s;
  initial s.j = 1;
//          ^ error: there is no member 'j' in 'struct'
endmodule

// 7.3.1: the members of a packed union have one width.
module seven_union_width;
  union packed { logic [7:0] a; logic [3:0] b; } u;
//                                          ^ error: member 'b' has 4 bits, but the members before it in the packed union have 8
endmodule

// 7.3: an untagged union holds nothing dynamic.
module seven_union_dynamic;
  union { int i; int d[]; } u;
//                   ^ error: member 'd' of an untagged union cannot have type 'int$[]'
endmodule

// 7.3: nor strings.
module seven_union_string;
  union { int i; string s; } u;
//                      ^ error: member 's' of an untagged union cannot have type 'string'
endmodule

// 7.3: nor handles.
module seven_union_chandle;
  union { int i; chandle c; } u;
//                       ^ error: member 'c' of an untagged union cannot have type 'chandle'
endmodule

// 7.3.2: void is for tagged unions.
module seven_union_void;
  union { void v; int i; } u;
//             ^ error: member 'v' cannot have type void
endmodule

// 7.2: structures are no operands of arithmetic.
module seven_sum;
  struct { int i; } a, b;
  int i;
  initial i = a + b;
//            ^ error: operator '+' cannot be applied to operands of types 'struct' and 'struct'
endmodule

// 7.2: structures of different types are not compared.
module seven_compare;
  struct { int i; } a;
  struct { int i; } b;
  initial if (a == b) $display;
//            ^ error: operator '==' cannot be applied to operands of types 'struct' and 'struct'
endmodule

// 7.4.1: nor is an unpacked structure.
module seven_packed_struct;
  typedef struct { int i; } s;
  s [3:0] a;
//  ^ error: type 's' cannot have packed dimensions
endmodule

// 7.4.2: the size of an array is positive.
module seven_size;
  int a[0];
//     ^ error: the size of an array must be positive, not 0
  int b[-1];
//     ^ error: the size of an array must be positive, not -1
endmodule

// 7.4.2: and known.
module seven_size_x;
  int a['x];
//      ^ error: the constant 1'bx has unknown bits
endmodule

// 7.4.2: and constant.
module seven_size_constant;
  int n = 2;
//    ^ note: 'n' is declared here
  int a[n];
//      ^ error: 'n' is not constant
endmodule

// 7.4.5: the bounds of a slice are constant.
module seven_slice;
  int a[8], b[2];
  int i;
//    ^ note: 'i' is declared here
//    ^ note: 'i' is declared here
  initial b = a[i+1:i];
//              ^ error: 'i' is not constant
//                  ^ error: 'i' is not constant
endmodule

// 7.4.5: a slice runs as the array does.
module seven_slice_direction;
  logic [7:0] v;
  logic [3:0] w;
  initial w = v[0:3];
//              ^ error: the range [0:3] runs against the declared range [7:0]
endmodule

// 7.4.5: a scalar has no bits to select.
module seven_scalar;
  logic a;
  initial $display(a[0]);
//                 ^ error: an operand of type 'logic' is a single bit: it cannot be selected from
endmodule

// 7.4.5: nor has a bit.
module seven_bit;
  int a[4];
  initial $display(a[0][3][2]);
//                 ^ error: an operand of type 'bit' is a single bit: it cannot be selected from
endmodule

// 7.6: arrays of different shapes are not assigned.
module seven_shape;
  int a[2][3], b[3][2];
  initial a = b;
//            ^ error: a value of type 'int$[0:2][0:1]' cannot be assigned to type 'int$[0:1][0:2]'
endmodule

// 7.6: nor of different sizes.
module seven_sizes;
  int a[2], b[3];
  initial a = b;
//            ^ error: a value of type 'int$[0:2]' cannot be assigned to type 'int$[0:1]'
endmodule

// 7.6: an array is not assigned to an integer.
module seven_array_value;
  int a[2], i;
  initial i = a;
//            ^ error: a value of type 'int$[0:1]' cannot be assigned to type 'int'
endmodule

// 7.6: nor to an associative array.
module seven_associative_assign;
  int a[2], b[string];
  initial b = a;
//            ^ error: a value of type 'int$[0:1]' cannot be assigned to type 'int$[string]'
endmodule

// 7.5.1: new makes dynamic arrays.
module seven_new;
  int a[4];
  initial a = new[3];
//            ^ error: 'new[]' needs a dynamic array to be assigned to
endmodule

// 7.5.1: the elements of the initial value have the type of the elements.
module seven_new_source;
  int a[];
  string s[];
  initial a = new[3](s);
//                   ^ error: an array of type 'string$[]' cannot initialise one of type 'int$[]'
endmodule

// 7.5.1: the size is a number.
module seven_new_size;
  int a[];
  string s[2];
  initial a = new[s];
//                ^ error: expected an integral expression, found one of type 'string$[0:1]'
endmodule

// 7.5: an element is no target of a nonblocking assignment.
module seven_nonblocking;
  int a[];
  initial a[0] <= 1;
//        ^ error: an element of a dynamic array, queue, associative array or string can only be assigned to by '='
endmodule

// 7.5: nor is a dynamic array driven continuously.
module seven_continuous;
  int a[];
  assign a[0] = 1;
//       ^ error: an element of a dynamic array, queue, associative array or string can only be assigned to by '='
endmodule

// 7.8: the key of an associative array has equality.
module seven_key;
  int a[real];
//     ^ error: 'real' cannot be the key type of an associative array
endmodule

// 7.8.2: a key of another type.
module seven_key_type;
  int a[string];
  initial a[1.5] = 1;
//          ^ error: a value of type 'real' cannot be assigned to type 'string'
endmodule

// 7.8.1: no foreach over keys of any type.
module seven_wildcard;
  int a[*];
  initial foreach (a[i]) $display;
//                 ^ error: 'foreach' needs an associative array whose keys have a type
endmodule

// 7.9.4: nor first and next.
module seven_wildcard_first;
  int a[*];
  int i;
  initial void'(a.first(i));
//                ^ error: 'first' needs an associative array whose keys have a type
endmodule

// 7.9.1: num takes no argument.
module seven_num;
  int a[int];
  initial $display(a.num(3));
//                 ^ error: 'array.num' takes no arguments, but 1 are given
endmodule

// 7.9.4: first writes its argument.
module seven_first;
  int a[int];
  initial void'(a.first(3));
//                      ^ error: this expression cannot be assigned to
endmodule

// 7.10: the last index of a queue is not negative.
module seven_bound;
  int q[$:-1];
//        ^ error: a queue cannot have the last index -1
endmodule

// 7.10: and constant.
module seven_bound_constant;
  int n = 4;
//    ^ note: 'n' is declared here
  int q[$:n];
//        ^ error: 'n' is not constant
endmodule

// 7.10.2: an array of fixed size does not grow.
module seven_push;
  int a[4];
  initial a.push_back(1);
//          ^ error: there is no member or method 'push_back' of type 'int$[0:3]'
endmodule

// 7.10.2: a queue takes elements of its type.
module seven_push_type;
  int q[$];
  struct { int i; } s;
  initial q.push_back(s);
//                    ^ error: a value of type 'struct' cannot be assigned to type 'int'
endmodule

// 7.10.2: pop takes no argument.
module seven_pop;
  int q[$], i;
  initial i = q.pop_front(1);
//            ^ error: 'array.pop_front' takes no arguments, but 1 are given
endmodule

// 7.10.4: $ is an index of queues only.
module seven_dollar;
  int a[4], i;
  initial i = a[$];
//              ^ error: expected an integral expression, found one of type '$'
endmodule

// 7.12.1: find needs a condition.
module seven_find;
  int q[$], r[$];
  initial r = q.find;
//            ^ error: 'find' needs a 'with' clause
endmodule

// 7.12.1: find gives elements, not one.
module seven_find_result;
  int q[$], i;
  initial i = q.find with (item > 2);
//            ^ error: a value of type 'int$[$]' cannot be assigned to type 'int'
endmodule

// 7.12.1: a structure has no order.
module seven_min;
  struct { int i; } q[$], r[$];
  initial r = q.min;
//            ^ error: values of type 'struct' have no order
endmodule

// 7.12.2: an associative array is not sorted.
module seven_sort;
  int a[string];
  initial a.sort;
//          ^ error: there is no member or method 'sort' of type 'int$[string]'
endmodule

// 7.12.3: strings have no product.
module seven_product;
  string a[2];
  string s;
  initial s = a.product;
//            ^ error: values of type 'string' cannot be combined by 'array.product'
endmodule

// 7.12.4: the name of the iterator is a name.
module seven_iterator;
  int q[$], r[$];
  initial r = q.find(1) with (item > 2);
//                   ^ error: the iterator of an array method is a simple name
endmodule

// 7.12.2: reverse takes no with clause.
module seven_reverse;
  int q[$];
  initial q.reverse with (item);
//        ^ error: 'reverse' takes no 'with' clause
endmodule

// 7.8.5: no reals in keys.
module seven_key_real;
  typedef struct { int i; real r; } pair;
  int a[pair];
//     ^ error: 'pair' cannot be the key type of an associative array
endmodule

// 7.12.4: the name of the index is a method of the iterator.
module seven_index_name;
  int q[$], r[$];
  initial r = q.find_index(e, at) with (at == 2);
//                                      ^ error: 'at' is not declared
endmodule

// 13.5.2: a slice of a queue is no variable.
module seven_slice_reference;
  int q[$];
  task automatic t(ref int x[$]);
  endtask
  initial t(q[0:1]);
//          ^ error: a slice of a dynamic array or queue cannot be passed by reference
endmodule
