// Instances that define extern subroutines of interfaces (IEEE 1800-2023 25.7.4).
// RUN: %expect-messages %s

// 25.7.4: more than one definition needs forkjoin.
interface ei_twice_if; extern task t(); extern forkjoin task u(); endinterface
module ei_twice_port(ei_twice_if i); task i.t(); endtask task i.u(); endtask endmodule
//                                          ^ error: 't' of interface instance 'ei_twice.i[0]' is defined more than once, and it is not forkjoin
//                                          ^ note: 't' is declared here
module ei_twice_other(ei_twice_if i); task i.t(); endtask endmodule
//                                           ^ error: 't' of interface instance 'ei_twice.i[1]' is defined more than once, and it is not forkjoin
module ei_twice_through(ei_twice_if j); ei_twice_other p(j); endmodule
module ei_twice;
  ei_twice_if i[2]();
  ei_twice_port p0(i[0]), p1(i[0]), p2(i[1]);
  ei_twice_through p3(i[1]);
endmodule

// 25.7.4: without forkjoin there is a definition at each instance.
interface ei_none_if; extern function int f(); endinterface
//                                        ^ error: no module defines 'f' of interface instance 'ei_none.j'
module ei_none_port(ei_none_if i); function int i.f(); return 1; endfunction endmodule
module ei_none; ei_none_if i(), j(); ei_none_port p(i); endmodule
