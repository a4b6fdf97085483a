// Interfaces and packages as text (IEEE 1800-2023 clauses 25, 26).
// RUN: %expect-messages %s

// 26.3: an import names a package.
module tw6_import; import ::a; endmodule
//                        ^ error: expected a package name, found '::'

// 26.3: and an item.
module tw6_item; import p::; endmodule
//                         ^ error: expected a name or '*' after '::', found ';'

// 26.3: with ::.
module tw6_dot; import p.a; endmodule
//                      ^ error: expected '::' after package name

// 26.3: lists have commas.
module tw6_list; import p::a q::b; endmodule
//                          ^ error: expected ';' after import

// 26.2: a package has a name.
package ; endpackage
//      ^ error: expected a name for the package, found ';'

// 26.2: the name at the end is the package's.
package tw6_label; endpackage : tw6_other
//                              ^ error: end label 'tw6_other' does not match the name 'tw6_label'

// 25.5: a modport has a list.
interface tw6_modport; logic a; modport m; endinterface
//                                       ^ error: expected '(' after modport name

// 25.5: its items have directions.
interface tw6_directions; logic a; modport m(a); endinterface
//                                           ^ error: expected a direction, 'import', 'export' or 'clocking', found identifier 'a'

// 25.5: it has a name.
interface tw6_name; logic a; modport (input a); endinterface
//                                   ^ error: expected a name for the modport, found '('

// 24.3: the end of a program.
program tw6_program; endmodule
//                   ^ error: 'endmodule' without matching 'module'
endprogram

// 14.3: a clocking block has an event.
module tw6_clocking; clocking c; endclocking endmodule
//                             ^ error: expected a clocking event, found ';'

// 14.3: items have directions.
module tw6_clocking_item; clocking c @(posedge clk); a; endclocking endmodule
//                                                   ^ error: expected a direction, found identifier 'a'

// 26.3: an export ends with a semicolon.
package tw6_export; export *::* endpackage
//                             ^ error: expected ';' after export

// 25.5: a modport is in an interface.
module tw5_module; logic a; modport m(input a); endmodule
//                          ^ error: a modport declaration is not allowed in a module

// 24.3: a program has no always procedures, no primitives, no nested programs.
program tw5_gates; wire a, b; not (a, b); endprogram
//                            ^ error: a gate is not allowed in a program

// 26.2: a package has no instances.
module tw6_leaf; endmodule
package tw6_instances; tw6_leaf u(); endpackage
//                     ^ error: an instance is not allowed in a package
module tw6_instances_user; endmodule
