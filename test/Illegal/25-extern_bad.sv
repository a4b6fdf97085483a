// Extern subroutines of interfaces (IEEE 1800-2023 25.7.3, 25.7.4).
// RUN: %expect-messages %s

// 25.7.4: they are declared in interfaces.
module ex_module; extern task ex_t(); endmodule
//                            ^ error: extern subroutine 'ex_t' is not in an interface

// 25.7.4: functions are not forkjoin.
interface ex_fork_if; extern forkjoin function void f(); endinterface
//                                                  ^ error: function 'f' cannot be forkjoin: only tasks can
module ex_fork; ex_fork_if i(); endmodule

// 25.7.3: the name before the dot is that of an interface.
module ex_target; int v; task v.f(); endtask task nowhere.f(); endtask endmodule
//                            ^ error: this is not an interface that a task or function could be defined for
//                                                ^ error: 'nowhere' is not declared

// 25.7.3: the interface has such a subroutine, without a body.
interface ex_name_if; task own(); endtask endinterface
module ex_name_port(ex_name_if i); task i.other(); endtask task i.own(); endtask endmodule
//                                        ^ error: interface 'ex_name_if' has no extern task or function 'other'
//                                                                ^ error: interface 'ex_name_if' has no extern task or function 'own'
module ex_name; ex_name_if i(); ex_name_port p(i); endmodule

// 25.7.3: the definition agrees with the prototype.
interface ex_agree_if;
  extern task kind();
//            ^ note: 'kind' is declared here
  extern function int result();
//                    ^ note: 'result' is declared here
  extern task count(int a);
//            ^ note: 'count' is declared here
  extern task name(int a);
//            ^ note: 'name' is declared here
  extern task direction(int a);
//            ^ note: 'direction' is declared here
  extern task typed(int a);
//            ^ note: 'typed' is declared here
  extern task unnamed(int);
endinterface
module ex_agree_port(ex_agree_if i);
  function void i.kind(); endfunction
//                ^ error: 'kind' does not agree with its prototype: one is a task, the other a function
  function bit i.result(); return 0; endfunction
//               ^ error: 'result' does not agree with its prototype: it returns another type
  task i.count(int a, b); endtask
//       ^ error: 'count' does not agree with its prototype: it has another number of arguments
  task i.name(int b); endtask
//                ^ error: argument 'b' of 'name' has another name than in the prototype
  task i.direction(output int a); endtask
//                            ^ error: argument 'a' of 'direction' has another direction than in the prototype
  task i.typed(bit a); endtask
//                 ^ error: argument 'a' of 'typed' has another type than in the prototype
  task i.unnamed(int any); endtask
endmodule
module ex_agree; ex_agree_if i(); ex_agree_port p(i); endmodule

// 25.7.1: so does the prototype of a modport.
interface ex_modport_if;
  task t(int a); endtask
//     ^ note: 't' is declared here
  modport m(import task t(bit a));
//                            ^ error: argument 'a' of 't' has another type than in the prototype
endinterface
module ex_modport; ex_modport_if i(); endmodule

// 25.7.1: what is imported or exported by its name is in the interface.
interface ex_missing_if; modport m(import f, export g); endinterface
//                                        ^ error: there is no 'f' in the interface of the modport
//                                                  ^ error: there is no 'g' in the interface of the modport
module ex_missing; ex_missing_if i(); endmodule

// 25.7.3: one definition in a module.
interface ex_same_if; extern forkjoin task t(); endinterface
module ex_same_port(ex_same_if i); task i.t(); endtask task i.t(); endtask endmodule
//                                                            ^ error: redefinition of 't'
//                                        ^ note: 't' was declared here before
module ex_same; ex_same_if i(); ex_same_port p(i); endmodule

// 13.4.3: it is no constant function.
interface ex_constant_if; extern function int f(); localparam int P = f(); endinterface
//                                                                    ^ error: a call of 'f' is not constant
module ex_constant; ex_constant_if i(); endmodule
