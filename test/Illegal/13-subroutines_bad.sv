// Tasks and functions (IEEE 1800-2023 clause 13).
// RUN: %expect-messages %s

// 13.4.4: a function takes no time.
module thirteen_delay;
  function int f(); #1; return 1; endfunction
//                  ^ error: a control of time is not allowed in a function
endmodule

// 13.4.4: it does not wait.
module thirteen_wait(input a);
  function int f(); wait (a); return 1; endfunction
//                  ^ error: a control of time is not allowed in a function
endmodule

// 13.4.4: for events neither.
module thirteen_event(input a);
  function int f(); @(a); return 1; endfunction
//                  ^ error: a control of time is not allowed in a function
endmodule

// 13.4: it calls no tasks.
module thirteen_task;
  task t; endtask
  function int f(); t; return 1; endfunction
//                  ^ error: task 't' cannot be called from a function
endmodule

// 13.4.4: of processes it starts only what it does not wait for.
module thirteen_fork;
  function void f(); fork $display; join endfunction
//                   ^ error: a control of time is not allowed in a function
endmodule

// 13.4.1: a function returns a value.
module thirteen_return;
  function int f(); return; endfunction
//                  ^ error: function 'f' must return a value
endmodule

// 13.4.1: a void one does not.
module thirteen_void_return;
  function void f(); return 1; endfunction
//                   ^ error: 'f' does not return a value
endmodule

// 13.3: nor does a task.
module thirteen_task_return;
  task t; return 1; endtask
//        ^ error: 't' does not return a value
endmodule

// 13.4.1: the value is assignable.
module thirteen_return_type;
  function int f(); string s[2]; return s; endfunction
//                                      ^ error: a value of type 'string$[0:1]' cannot be assigned to type 'int'
endmodule

// 13.4.1: a void function is no operand.
module thirteen_void;
  function void f(); endfunction
  int i = f();
//        ^ error: void function 'f' has no value
endmodule

// 13.3: nor is a task.
module thirteen_task_value;
  task t; endtask
  int i;
  initial i = t();
//            ^ error: task 't' has no value
endmodule

// 13.5: too many arguments.
module thirteen_many;
  function int f(int a); return a; endfunction
  int i = f(1, 2);
//             ^ error: 'f' takes 1 argument, but 2 are given
endmodule

// 13.5: too few.
module thirteen_few;
  function int f(int a, int b); return a; endfunction
//                          ^ note: 'b' is declared here
  int i = f(1);
//        ^ error: no value for argument 'b' of 'f', which has no default
endmodule

// 13.5.3: no default to leave out.
module thirteen_empty;
  function int f(int a, int b = 2); return a; endfunction
//                   ^ note: 'a' is declared here
  int i = f(, 1);
//        ^ error: no value for argument 'a' of 'f', which has no default
endmodule

// 13.5.4: no such argument.
module thirteen_named;
  function int f(int a); return a; endfunction
  int i = f(.b(1));
//           ^ error: 'f' has no argument named 'b'
endmodule

// 13.5.4: two values for one.
module thirteen_twice;
  function int f(int a, int b); return a; endfunction
  int i = f(.a(1), .b(2), .a(3));
//                        ^ error: two values for argument 'a'
endmodule

// 13.5.4: names after places, for others.
module thirteen_both;
  function int f(int a, int b); return a; endfunction
  int i = f(1, .a(2));
//             ^ error: two values for argument 'a'
endmodule

// 13.5: an output is a variable.
module thirteen_output;
  task t(output int a); endtask
  initial t(5);
//          ^ error: this expression cannot be assigned to
endmodule

// 13.5: a net is not.
module thirteen_output_net;
  task t(output logic a); endtask
  wire w;
//     ^ note: 'w' is declared here
  initial t(w);
//          ^ error: net 'w' cannot be assigned to in a procedure
endmodule

// 13.5.2: a reference is to a variable, too.
module thirteen_ref;
  task automatic t(ref int a); endtask
  int i;
  initial t(i + 1);
//          ^ error: this expression cannot be assigned to
endmodule

// 13.5.2: of the same type.
module thirteen_ref_type;
  task automatic t(ref int a); endtask
  logic [31:0] v;
  initial t(v);
//          ^ error: a value of type 'int' cannot be assigned to type 'logic[31:0]'
endmodule

// 13.5.2: not a net.
module thirteen_ref_net;
  task automatic t(ref logic a); endtask
  wire w;
//     ^ note: 'w' is declared here
  initial t(w);
//          ^ error: net 'w' cannot be assigned to in a procedure
endmodule

// 13.5.2: in an automatic subroutine.
module thirteen_ref_static;
  task t(ref int a); endtask
//               ^ error: argument 'a' passed by reference needs an automatic task or function
endmodule

// 13.5.2: a constant one is not written.
module thirteen_const_ref;
  task automatic t(const ref int a); a = 1; endtask
//                                   ^ error: 'a' is constant and cannot be assigned to
//                               ^ note: 'a' is declared here
endmodule

// 13.5: an input is assignable.
module thirteen_input;
  function int f(int a); return a; endfunction
  string s[2];
  int i = f(s);
//          ^ error: a value of type 'string$[0:1]' cannot be assigned to type 'int'
endmodule

// 13.3: the names of the arguments are different.
module thirteen_names;
  function int f(int a, int a); return a; endfunction
//                          ^ error: redefinition of 'a'
//                   ^ note: 'a' was declared here before
endmodule

// 13.3: and different from those of the variables.
module thirteen_local;
  function int f(int a); int a; return a; endfunction
//                           ^ error: redefinition of 'a'
//                   ^ note: 'a' was declared here before
endmodule

// 13.4.3: a constant function has no effects outside.
module thirteen_constant;
  int count;
  function int f(); count = 1; return 1; endfunction
//                  ^ error: a constant function cannot assign to 'count', which it does not declare
  localparam P = f();
//               ^ note: in this call of constant function 'f'
endmodule

// 13.4.3: and reads nothing there.
module thirteen_constant_read;
  int count;
//    ^ note: 'count' is declared here
  function int f(); return count; endfunction
//                         ^ error: 'count' is not constant
  localparam P = f();
//               ^ note: in this call of constant function 'f'
endmodule

// 13.4.3: and ends.
module thirteen_endless;
  function automatic int f(int n); return f(n + 1); endfunction
//                                        ^ error: calls of constant functions are nested deeper than 512 levels (raise the limit with --max-constant-depth=N)
//                                        ^ note: in this call of constant function 'f'
//                                        ^ note: in this call of constant function 'f'
//                                        ^ note: in this call of constant function 'f'
//                                        ^ note: in this call of constant function 'f'
//                                        ^ note: in this call of constant function 'f'
//                                        ^ note: in this call of constant function 'f'
  localparam P = f(0);
//               ^ note: in this call of constant function 'f'
endmodule

// 13.4: a function that writes its arguments is not called outside of procedures.
module thirteen_continuous;
  function int f(output int a); a = 1; return 1; endfunction
  int i;
  wire [31:0] w = f(i);
//                ^ error: 'f' writes its arguments and can only be called in procedural statements
endmodule

// 13.4: nor in the expression of an event.
module thirteen_event_call;
  function int f(output int a); a = 1; return 1; endfunction
  int i;
  initial @(f(i)) $display;
//          ^ error: 'f' writes its arguments and can only be called in procedural statements
endmodule

// 13.7: a name that is called is a subroutine.
module thirteen_not_callable;
  int v;
//    ^ note: 'v' is declared here
  int i = v(1);
//        ^ error: variable 'v' is not a task or function
endmodule

// 13.7: that exists.
module thirteen_missing;
  initial thirteen_nothing(1);
//        ^ error: 'thirteen_nothing' is not declared
endmodule

// 13.3.1: the variables of an automatic task are not read from outside.
module thirteen_outside;
  task automatic t(input int a); endtask
  initial $display(t.a);
//                 ^ error: automatic variable 'a' cannot be reached by a hierarchical name
endmodule

// 13.5.4: named arguments come behind the others.
module thirteen_mixed; function void f(int a, b); endfunction initial f(.a(1), 2); endmodule
//                                                                             ^ error: arguments by order must stand before arguments by name
