// Modules, ports, instances, hierarchy (IEEE 1800-2023 clause 23).
// RUN: %expect-messages %s

// 23.2.2: ports have different names.
module tw3_ports(input a, input a); endmodule
//                              ^ error: redefinition of 'a'
//                     ^ note: 'a' was declared here before

// 23.2.2.1: a port of the list is declared.
module tw3_list(a, b);
//                 ^ error: port 'b' has no declaration
  input a;
endmodule

// 23.2.2.1: and what is declared is in the list.
module tw3_not_in_list(a);
  input a, b;
//         ^ error: 'b' is declared as a port but is not in the list of ports
endmodule

// 23.2.2.1: with one direction.
module tw3_directions(a);
  input a;
//      ^ note: 'a' was declared here before
  output a;
//       ^ error: redefinition of 'a'
endmodule

// 23.2.2.1: the ranges of both declarations agree.
module tw3_ranges(a);
  input [3:0] a;
//            ^ error: the two declarations of port 'a' have different ranges
  wire [7:0] a;
endmodule

// 23.2.2.2: a body does not declare the ports of the header again.
module tw3_again(input a);
  input a;
//^ error: a port declaration needs a list of port names in the header
endmodule

// 23.2.2.3: an inout port is a net.
module tw3_inout(inout logic [1:0] a, inout var logic b); endmodule
//                                                    ^ error: inout port 'b' must be a net

// 23.2.2.3: a ref port is a variable.
module tw3_ref_net(ref wire a); endmodule
//                          ^ error: ref port 'a' must be a variable

// 23.2.2.4: the default of an input is constant.
module tw3_default(input int a = tw3_nothing); endmodule
//                               ^ error: 'tw3_nothing' is not declared

// 23.3.2: there is such a module.
module tw3_unknown;
  tw3_missing u();
//^ error: there is no module or interface 'tw3_missing'
endmodule

// 23.3.2: an instance has a name.
module tw3_leaf(input a, output b); endmodule
module tw3_no_name;
  tw3_leaf (1, );
//         ^ error: the instance of 'tw3_leaf' has no name
endmodule

// 23.3.2: of its own.
module tw3_two(input a); endmodule
module tw3_same;
  tw3_two u(1);
//        ^ note: 'u' was declared here before
  tw3_two u(0);
//        ^ error: redefinition of 'u'
endmodule

// 23.3.2.1: no more connections than ports.
module tw3_three(input a); endmodule
module tw3_too_many;
  tw3_three u(1, 2);
//          ^ error: 'tw3_three' has 1 port, but 2 are connected
endmodule

// 23.3.2.2: there is such a port.
module tw3_four(input a); endmodule
module tw3_no_port;
  tw3_four u(.b(1));
//            ^ error: there is no port 'b' in 'tw3_four'
endmodule

// 23.3.2.2: it is connected once.
module tw3_five(input a); endmodule
module tw3_connected;
  tw3_five u(.a(1), .a(0));
//                   ^ error: port 'a' is connected twice
endmodule

// 23.3.2.3: an implicit connection has a declared name.
module tw3_six(input a); endmodule
module tw3_implicit;
  tw3_six u(.a);
//           ^ error: 'a' is not declared
endmodule

// 23.3.2.4: so has a wildcard.
module tw3_seven(input a, output b); endmodule
module tw3_wildcard;
  wire b;
  tw3_seven u(.*);
//            ^ error: '.*' finds no 'a' to connect to the port of 'tw3_seven'
endmodule

// 23.3.3.2: an output drives something.
module tw3_eight(output a); assign a = 1; endmodule
module tw3_output;
  wire x;
  tw3_eight u(1'b0);
//            ^ error: this expression cannot be assigned to
  tw3_eight v(x + 1);
//            ^ error: this expression cannot be assigned to
endmodule

// 23.3.3.2: a variable that nothing else drives.
module tw3_nine(output a); assign a = 1; endmodule
module tw3_output_twice;
  logic x;
  tw3_nine u(x);
//           ^ note: the other write of 'x' is here
  tw3_nine v(x);
//           ^ error: variable 'x' has more than one continuous driver
endmodule

// 23.3.3.2: an inout is connected to a net.
module tw3_ten(inout a); endmodule
module tw3_inout_variable;
  logic x;
//      ^ note: 'x' is declared here
  tw3_ten u(x);
//          ^ error: variable 'x' cannot be connected to a bidirectional port or terminal
endmodule

// 23.3.3.2: a ref to a variable.
module tw3_eleven(ref int a); endmodule
module tw3_ref;
  int i;
  tw3_eleven u(i + 1);
//             ^ error: this expression cannot be assigned to
endmodule

// 23.3.3.2: that is there.
module tw3_twelve(ref int a); endmodule
module tw3_ref_unconnected;
  tw3_twelve u();
//           ^ error: ref port 'a' must be connected
endmodule

// 23.3.3: the types agree.
module tw3_thirteen(input int a[2]); endmodule
module tw3_types;
  int a[3];
  tw3_thirteen u(a);
//               ^ error: a value of type 'int$[0:2]' cannot be assigned to type 'int$[0:1]'
endmodule

// 23.10.2.2: there is such a parameter.
module tw3_p1 #(parameter P = 1); endmodule
module tw3_parameter;
  tw3_p1 #(.Q(2)) u();
//          ^ error: there is no parameter 'Q' in 'tw3_p1' that an instance could set
endmodule

// 23.10.2.2: it is set once.
module tw3_p2 #(parameter P = 1); endmodule
module tw3_parameter_twice;
  tw3_p2 #(.P(2), .P(3)) u();
//                 ^ error: parameter 'P' is given twice
endmodule

// 23.10.2.1: no more values than parameters.
module tw3_p3 #(parameter P = 1); endmodule
module tw3_parameters;
  tw3_p3 #(1, 2) u();
//^ error: 'tw3_p3' has 1 parameter, but 2 are given
endmodule

// 23.10.2.2: a local parameter is not set.
module tw3_p4; localparam P = 1; endmodule
module tw3_local;
  tw3_p4 #(.P(2)) u();
//          ^ error: there is no parameter 'P' in 'tw3_p4' that an instance could set
endmodule

// 23.10.2: a value is constant.
module tw3_p5 #(parameter P = 1); endmodule
module tw3_constant;
  int i;
//    ^ note: 'i' is declared here
  tw3_p5 #(i) u();
//         ^ error: 'i' is not constant
endmodule

// 6.20.1: a parameter without a default is set.
module tw3_p6 #(parameter int P); endmodule
//                            ^ error: parameter 'P' has no value
module tw3_required;
  tw3_p6 u();
endmodule

// 6.20.3: a type parameter is a type.
module tw3_p7 #(parameter type T = int); T x; endmodule
module tw3_type;
  tw3_p7 #(.T(3)) u();
//            ^ error: expected a data type
endmodule

// 23.3.2: the bounds of an array of instances are constant.
module tw3_array_leaf(input a); endmodule
module tw3_array;
  int n;
//    ^ note: 'n' is declared here
  tw3_array_leaf u[n:0](1);
//                 ^ error: 'n' is not constant
endmodule

// 23.3.3.5: its connections have one bit for each, or one for all.
module tw3_array_leaf2(input a); endmodule
module tw3_array_width;
  wire [2:0] w;
  tw3_array_leaf2 u[4](w);
//                     ^ error: port 'a' of an array of instances needs 1 or 4 bits, but its connection has 3
endmodule

// 23.6: a name of the hierarchy exists.
module tw3_h1; int v; endmodule
module tw3_hierarchy;
  tw3_h1 u();
  initial $display(u.w);
//                   ^ error: there is no 'w' in design element 'tw3_h1'
endmodule

// 23.6: from its root, too.
module tw3_root;
  initial $display($root.tw3_nowhere.x);
//                       ^ error: there is no top-level module 'tw3_nowhere'
endmodule

// 23.6: an element of an array of instances has an index.
module tw3_h2; int v; endmodule
module tw3_element;
  tw3_h2 u[2]();
  initial $display(u.v);
//                   ^ error: an element of 'u' must be selected by an index
endmodule

// 23.6: within the bounds.
module tw3_h3; int v; endmodule
module tw3_element_index;
  tw3_h3 u[2]();
  initial $display(u[2].v);
//                   ^ error: 'u' has no element [2]
endmodule

// 23.6: a parameter does not depend on the hierarchy.
module tw3_h4; parameter P = 1; endmodule
module tw3_hierarchical_parameter;
  tw3_h4 u();
  localparam Q = u.P;
//               ^ error: the hierarchical name of 'P' cannot be part of a constant expression
endmodule

// 23.3.1: a module does not contain itself.
module tw3_outer; tw3_self u(); endmodule
module tw3_self; tw3_self u(); endmodule
//                        ^ error: 'tw3_self' instantiates itself without end

// 23.9: a name is used in its scope only.
module tw3_scope;
  initial begin : a int i; end
  initial begin : b i = 1; end
//                  ^ error: 'i' is not declared
endmodule
