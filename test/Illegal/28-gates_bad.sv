// Gates, switches, primitives (IEEE 1800-2023 clauses 28, 29).
// RUN: %expect-messages %s

// 28.4: an output and an input.
module tw8_and;
  wire a;
  and (a);
//    ^ error: 'and' needs at least 2 terminals, but has 1
endmodule

// 28.5: an input.
module tw8_not;
  wire a;
  not (a);
//    ^ error: 'not' needs at least 2 terminals, but has 1
endmodule

// 28.6: three terminals.
module tw8_bufif;
  wire a, b;
  bufif0 (a, b);
//       ^ error: 'bufif0' needs 3 terminals, but has 2
endmodule

// 28.7: three terminals.
module tw8_nmos;
  wire a, b;
  nmos (a, b);
//     ^ error: 'nmos' needs 3 terminals, but has 2
endmodule

// 28.9: four.
module tw8_cmos;
  wire a, b, c;
  cmos (a, b, c);
//     ^ error: 'cmos' needs 4 terminals, but has 3
endmodule

// 28.8: two.
module tw8_tran;
  wire a, b, c;
  tran (a, b, c);
//     ^ error: 'tran' needs 2 terminals, but has 3
endmodule

// 28.8: of nets.
module tw8_tran_variable;
  wire a;
  logic v;
//      ^ note: 'v' is declared here
  tran (a, v);
//         ^ error: variable 'v' cannot be connected to a bidirectional port or terminal
endmodule

// 28.4: an output is no expression.
module tw8_output;
  wire a, b;
  and (a & b, a, b);
//     ^ error: this expression cannot be assigned to
endmodule

// 28.4: nor a constant.
module tw8_constant;
  wire a, b;
  and (1'b0, a, b);
//     ^ error: this expression cannot be assigned to
endmodule

// 28.3.6: an array of gates has as many bits.
module tw8_array;
  wire [2:0] a;
  wire [3:0] b;
  not g[3:0](a, b);
//           ^ error: a terminal of 3 bits is connected to 4 gates
endmodule

// 28.3.5: the bounds are constant.
module tw8_array_bound;
  int n;
//    ^ note: 'n' is declared here
  wire [3:0] a, b;
  not g[n:0](a, b);
//      ^ error: 'n' is not constant
endmodule

// 28.3.1: the name of a gate is its own.
module tw8_name;
  wire a, b, c;
//           ^ note: 'c' was declared here before
  not c(a, b);
//    ^ error: redefinition of 'c'
endmodule

// 29.8: a primitive has as many terminals as ports.
primitive tw8_p(output o, input a, b); table 0 ? : 0; 1 ? : 1; endtable endprimitive
module tw8_terminals;
  wire o, a;
  tw8_p (o, a);
//      ^ error: 'tw8_p' needs 3 terminals, but has 2
endmodule

// 29.8: no more.
primitive tw8_p2(output o, input a); table 0 : 0; 1 : 1; endtable endprimitive
module tw8_more;
  wire o, a;
  tw8_p2 (o, a, a);
//       ^ error: 'tw8_p2' needs 2 terminals, but has 3
endmodule

// 29.8: no parameters, but two delays.
primitive tw8_p3(output o, input a); table 0 : 0; 1 : 1; endtable endprimitive
module tw8_primitive_delays;
  wire o, a;
  tw8_p3 #(1, 2, 3) (o, a);
//                  ^ error: too many delay values
endmodule
