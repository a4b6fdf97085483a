// Virtual interfaces (IEEE 1800-2023 25.9).
// RUN: %expect-messages %s

// 25.9: there is such an interface.
module vi_unknown; virtual vi_missing v; endmodule
//                         ^ error: there is no module or interface 'vi_missing'

// 25.9: it is an interface.
module vi_module; logic a; endmodule
module vi_no_interface; vi_module u(); virtual interface vi_module v; endmodule
//                                                       ^ error: 'vi_module' is not an interface: there is no virtual one of it

// 25.9: it names nothing outside of it.
interface vi_open; logic a; assign a = vi_outside.x; endinterface
module vi_outside; logic x; virtual vi_open v; endmodule
//                                  ^ error: interface 'vi_open' cannot be virtual: it names objects outside of its body

// 25.9: it has no port that is an interface.
interface vi_in; endinterface
interface vi_port(vi_in p); logic a; endinterface
module vi_with_port; virtual vi_port v; endmodule
//                           ^ error: interface 'vi_port' cannot be virtual: it has a port that is an interface

// 25.9: there is such a modport.
interface vi_mp_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_modport; virtual vi_mp_if.x v; endmodule
//                                  ^ error: there is no modport 'x' in interface 'vi_mp_if'

// 25.9: there is such a parameter, once.
interface vi_pm_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_parameter;
  virtual vi_pm_if #(.X(1)) v;
//                    ^ error: there is no parameter 'X' in 'vi_pm_if' that an instance could set
  virtual vi_pm_if #(.W(1), .W(2)) w;
//                           ^ error: parameter 'W' is given twice
  virtual vi_pm_if #(1, 2) x;
//^ error: 'vi_pm_if' has 1 parameter, but 2 are given
endmodule

// 25.9: parameters are equal.
interface vi_eq_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_values;
  vi_eq_if #(9) i();
  virtual vi_eq_if v;
  virtual vi_eq_if #(9) w;
  initial begin
    v = i;
//      ^ error: a value of type 'virtual interface vi_eq_if#(W=9)' cannot be assigned to type 'virtual interface vi_eq_if'
    v = w;
//      ^ error: a value of type 'virtual interface vi_eq_if#(W=9)' cannot be assigned to type 'virtual interface vi_eq_if'
    if (v == w) ;
//      ^ error: operator '==' cannot be applied to operands of types 'virtual interface vi_eq_if' and 'virtual interface vi_eq_if#(W=9)'
    if (v == i) ;
//      ^ error: operator '==' cannot be applied to operands of types 'virtual interface vi_eq_if' and 'virtual interface vi_eq_if#(W=9)'
  end
endmodule

// 25.9: a restriction to a modport stays.
interface vi_re_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_restricted;
  vi_re_if i();
  virtual vi_re_if v;
  virtual vi_re_if.m r = i;
  virtual vi_re_if.other o;
  initial begin
    r = v;
    v = r;
//      ^ error: a value of type 'virtual interface vi_re_if.m' cannot be assigned to type 'virtual interface vi_re_if'
    o = r;
//      ^ error: a value of type 'virtual interface vi_re_if.m' cannot be assigned to type 'virtual interface vi_re_if.other'
    v = i.m;
//      ^ error: a value of type 'virtual interface vi_re_if.m' cannot be assigned to type 'virtual interface vi_re_if'
    r.a = 1;
//  ^ error: 'a' is an input of the modport and cannot be assigned to
    r.n = 1;
//    ^ error: 'n' is not in modport 'm'
  end
endmodule

// 25.9: what is a member, and what can be done with it.
interface vi_me_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
//     ^ note: 'n' is declared here
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_members;
  vi_me_if i();
//         ^ note: 'i' is declared here
  virtual vi_me_if v = i;
  int x;
  initial begin
    v.c = 1;
//    ^ error: there is no 'c' in design element 'vi_me_if'
    v.n = 1;
//  ^ error: net 'n' cannot be assigned to in a procedure
    x = v;
//      ^ error: a value of type 'virtual interface vi_me_if' cannot be assigned to type 'int'
    x = i;
//      ^ error: instance 'i' is not a value
    v = 1;
//      ^ error: a value of type 'int' cannot be assigned to type 'virtual interface vi_me_if'
    v++;
//  ^ error: operator '++' cannot be applied to an operand of type 'virtual interface vi_me_if'
    void'(v.f(1, 2));
//               ^ error: 'f' takes 1 argument, but 2 are given
    x = v.t();
//      ^ error: task 't' has no value
    v.cb.b <= 1;
//  ^ error: 'b' is an input of the clocking block and cannot be driven
    v.cb.a = 1;
//         ^ error: an output of a clocking block is driven by '<=', not by this assignment
    x = v + 1;
//      ^ error: operator '+' cannot be applied to operands of types 'virtual interface vi_me_if' and 'int'
    v.x.y = 1;
//    ^ error: there is no 'x' in design element 'vi_me_if'
    v.a.b = 1;
//  ^ error: this expression cannot be assigned to
  end
  localparam int P = v.W;
//                   ^ error: the hierarchical name of 'W' cannot be part of a constant expression
endmodule

// 25.9: in procedures only.
interface vi_co_if #(parameter int W = 8);
  logic [W-1:0] a, b;
//              ^ note: 'a' is declared here
//                 ^ note: 'b' is declared here
//              ^ note: 'a' is declared here
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_input(input [7:0] a); endmodule
module vi_continuous;
  vi_co_if i();
  virtual vi_co_if v = i;
  wire [7:0] w;
  logic [7:0] y, z;
  assign w = v.a;
//           ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  assign v.b = w;
//       ^ error: 'b' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  vi_input u(v.a);
//           ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  assign y = 8'(v.f(1));
//              ^ error: 'f' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  wire [7:0] d = v.b;
//               ^ error: 'b' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  buf g(z[0], v.a[0]);
//            ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  initial begin
    force v.a = 1;
//        ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
    force z = v.a;
//            ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
    assign v.b = 1;
//         ^ error: 'b' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
    release v.a;
//          ^ error: 'a' is behind a virtual interface: it cannot be part of a connection, or of an assignment that lasts
  end
endmodule

// 25.9: not a port.
interface vi_p_if; logic a; endinterface
module vi_as_port(input virtual vi_p_if v); endmodule
//                                      ^ error: port 'v' cannot be a virtual interface
module vi_as_old_port(v); input v; virtual vi_p_if v; endmodule
//                    ^ error: port 'v' cannot be a virtual interface

// 25.9: not a member of a union.
interface vi_u_if; logic a; endinterface
module vi_union;
  union { virtual vi_u_if v; int n; } u;
//                        ^ error: 'v' cannot be a virtual interface: it is a member of a union
endmodule

// 25.9: not an item of an interface.
interface vi_n_if; logic a; endinterface
interface vi_item; virtual vi_n_if v; endinterface
//                                 ^ error: 'v' cannot be a virtual interface: it is an item of an interface
module vi_item_top; vi_item i(); endmodule

// 25.9: one instance that there is.
interface vi_ot_if #(parameter int W = 8);
  logic [W-1:0] a, b;
  wire n;
  modport m(input a, output b);
  modport other(input b);
  function automatic int f(int x); return x; endfunction
  task t(); endtask
  clocking cb @(a); input b; output a; endclocking
endinterface
module vi_other;
//     ^ note: 'vi_other' is declared here
  virtual vi_ot_if v;
  vi_ot_if array[2]();
  initial begin
    v = array;
//      ^ error: a value of type 'virtual interface vi_ot_if$[0:1]' cannot be assigned to type 'virtual interface vi_ot_if'
    v = array[2];
//            ^ error: 'array' has no element [2]
    v = vi_other;
//      ^ error: design element 'vi_other' is not a value
  end
endmodule
