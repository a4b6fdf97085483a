// Programs and interfaces (IEEE 1800-2023 clauses 24, 25).
// RUN: %expect-messages %s

// 25.5: a modport has names of its interface.
interface tw5_names; logic a; modport m(input a, output c); endinterface
//                                                      ^ error: there is no 'c' in the interface of the modport
module tw5_names_top; tw5_names i(); endmodule

// 25.5: each once.
interface tw5_once; logic a; modport m(input a, output a); endinterface
//                                                     ^ error: redefinition of 'a'
module tw5_once_top; tw5_once i(); endmodule

// 25.5: modports have different names.
interface tw5_modports; logic a; modport m(input a); modport m(output a); endinterface
//                                                           ^ error: redefinition of 'm'
//                                       ^ note: 'm' was declared here before
module tw5_modports_top; tw5_modports i(); endmodule

// 25.3: there is such an interface.
module tw5_unknown(tw5_missing i); endmodule
//                 ^ error: 'tw5_missing' is not declared
module tw5_unknown_top; endmodule

// 25.5: there is such a modport.
interface tw5_i1; logic a; modport m(input a); endinterface
module tw5_no_modport(tw5_i1.n i); endmodule
//                           ^ error: there is no modport 'n' in interface 'tw5_i1'
module tw5_no_modport_top; tw5_i1 i(); tw5_no_modport u(i); endmodule

// 25.5: an input of it is not written.
interface tw5_i2; logic a; modport m(input a); endinterface
module tw5_write(tw5_i2.m i); initial i.a = 1; endmodule
//                                    ^ error: 'a' is an input of the modport and cannot be assigned to
module tw5_write_top; tw5_i2 i(); tw5_write u(i); endmodule

// 25.5: what it does not list is not seen.
interface tw5_i3; logic a, b; modport m(input a); endinterface
module tw5_hidden(tw5_i3.m i); initial $display(i.b); endmodule
//                                                ^ error: 'b' is not in modport 'm'
module tw5_hidden_top; tw5_i3 i(); tw5_hidden u(i); endmodule

// 25.3: the interface of a port is the one connected.
interface tw5_i4; logic a; endinterface
interface tw5_i5; logic a; endinterface
module tw5_wrong(tw5_i4 i); endmodule
module tw5_wrong_top; tw5_i5 i(); tw5_wrong u(i); endmodule
//                                            ^ error: port 'i' needs interface 'tw5_i4', but is connected to 'tw5_i5'

// 25.5: so is its modport.
interface tw5_i6; logic a; modport m(input a); modport n(output a); endinterface
module tw5_modport(tw5_i6.m i); endmodule
module tw5_modport_top; tw5_i6 i(); tw5_modport u(i.n); endmodule
//                                                ^ error: port 'i' needs modport 'm', but is connected to modport 'n'

// 25.3: a port is connected to an interface, not to a net.
interface tw5_i7; logic a; endinterface
module tw5_net(tw5_i7 i); endmodule
module tw5_net_top; wire w; tw5_net u(w); endmodule
//                                    ^ error: the connection of an interface port must be an interface

// 25.3: and is connected.
interface tw5_i8; logic a; endinterface
module tw5_open(tw5_i8 i); endmodule
module tw5_open_top; tw5_open u(); endmodule
//                            ^ error: interface port 'i' of 'tw5_open' must be connected

// 25.3: a generic one, too.
module tw5_generic(interface i); endmodule
module tw5_generic_top; tw5_generic u(); endmodule
//                                  ^ error: interface port 'i' of 'tw5_generic' must be connected

// 25.3: an interface has no instances of modules.
module tw5_leaf; endmodule
interface tw5_with_module; tw5_leaf u(); endinterface
//                         ^ error: module 'tw5_leaf' cannot be instantiated in an interface
module tw5_with_module_top; tw5_with_module i(); endmodule

// 25.3: an interface is no value.
interface tw5_i9; logic a; endinterface
module tw5_value; tw5_i9 i(); initial $display(i); endmodule
//                                             ^ error: instance 'i' is not a value
//                       ^ note: 'i' is declared here

// 25.3: it has no such member.
interface tw5_i10; logic a; endinterface
module tw5_member; tw5_i10 i(); initial i.b = 1; endmodule
//                                        ^ error: there is no 'b' in design element 'tw5_i10'

// 25.3.3: nor has it through a port.
interface tw5_i11; logic a; endinterface
module tw5_member_port(tw5_i11 i); initial i.b = 1; endmodule
//                                           ^ error: there is no 'b' in design element 'tw5_i11'
module tw5_member_top; tw5_i11 i(); tw5_member_port u(i); endmodule

// 25.10: an array of interfaces has as many as the port.
interface tw5_i12; logic a; endinterface
module tw5_array(tw5_i12 i[3]); endmodule
module tw5_array_top; tw5_i12 i[2](); tw5_array u(i); endmodule
//                                                ^ error: port 'i' needs 3 interfaces, but 2 are connected

// 24.3: no alias either.
module tw5_nested; endmodule
program tw5_instance; tw5_nested u(); endprogram
//                    ^ error: instances are not allowed in a program

// 14.3: what a clocking block samples exists.
module tw5_clocking(input clk);
  clocking c @(posedge clk); input tw5_nothing; endclocking
//                                 ^ error: 'tw5_nothing' is not declared
endmodule

// 14.12: one default clocking block.
module tw5_defaults(input clk);
  default clocking c @(posedge clk); endclocking
  default clocking d @(negedge clk); endclocking
//^ error: there is a default clocking block already
endmodule

// 14.11: a cycle delay needs one.
module tw5_cycle;
  initial ##1 $display;
//        ^ error: a cycle delay needs a default clocking block
endmodule

// 14.16: an output is driven by a nonblocking assignment.
module tw5_drive(input clk);
  logic a;
  clocking c @(posedge clk); output a; endclocking
  initial c.a = 1;
//            ^ error: an output of a clocking block is driven by '<=', not by this assignment
endmodule

// 14.16: an input is not driven.
module tw5_drive_input(input clk, a);
  clocking c @(posedge clk); input a; endclocking
  initial c.a <= 1;
//        ^ error: 'a' is an input of the clocking block and cannot be driven
endmodule

// 14.16: an output is not read.
module tw5_read(input clk);
  logic a;
  clocking c @(posedge clk); output a; endclocking
  initial $display(c.a);
//                 ^ error: 'a' is an output of the clocking block and cannot be read
endmodule
