// The outline of design elements (IEEE 1800-2023 clause 3, A.1).
// RUN: %expect-messages %s

// 3.3: the name at the end is the module's.
module three_label; endmodule : three_other
//                              ^ error: end label 'three_other' does not match the name 'three_label'

// 3.3: a module ends with endmodule.
module three_end; endpackage
//                ^ error: 'endpackage' without matching 'package'
endmodule

// 3.4: an always procedure is no item of a program.
program three_always; always #1; endprogram
//                    ^ error: an always procedure is not allowed in a program

// 3.9: an initial procedure is no item of a package.
package three_initial; initial $display; endpackage
//                     ^ error: a procedure is not allowed in a package

// 3.12: a continuous assignment is no item of a compilation unit.
assign three_unit_wire = 1;
//@1 error: a continuous assignment is not allowed in the compilation unit

// 3.12: nor is an always procedure.
always @(posedge clk) q <= d;
//@1 error: a procedure is not allowed in the compilation unit

// 3.5: a port list is closed.
module three_ports(input a, input b; endmodule
//                                 ^ error: expected ')'
//                ^ note: to match this '('

// 3.3: a module has a name.
module (input a); endmodule
//     ^ error: expected a name for the design element, found '('

// 3.14.2.1: a time unit is a time literal.
module three_timeunit; timeunit 10; endmodule
//                              ^ error: expected a time literal, found '10'

// 3.14.2.1: there is no unit of this name.
module three_unit_name; timeunit 1xs; endmodule
//                               ^ error: expected a time literal, found '1'

// 3.9: packages do not nest.
package three_outer; package three_inner; endpackage endpackage
//                   ^ error: a package is not allowed in a package

// 3.8: subroutines do not nest.
module three_nested_function;
  function int f(); function int g(); return 1; endfunction return 2; endfunction
//                  ^ error: a function is not allowed in procedural code
endmodule
