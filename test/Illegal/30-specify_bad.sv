// Specify blocks and timing checks (IEEE 1800-2023 clauses 30, 31).
// RUN: %expect-messages %s

// 30.4.1: a path begins at an input.
module th_begin(input a, output b);
  wire w;
  specify (w => b) = 1; endspecify
//         ^ error: 'w' is not an input or inout port of this module: no module path can begin there (IEEE 1800-2023 30.4.1)
endmodule

// 30.4.1: and ends at an output.
module th_end(input a, output b);
  specify (b => a) = 1; endspecify
//         ^ error: 'b' is not an input or inout port of this module: no module path can begin there (IEEE 1800-2023 30.4.1)
//              ^ error: 'a' is not an output or inout port of this module: no module path can end there (IEEE 1800-2023 30.4.1)
endmodule

// 30.4.1: of this module.
module th_missing(input a, output b);
  specify (a => th_nothing) = 1; endspecify
//              ^ error: 'th_nothing' is not declared
endmodule

// 30.4.5: a parallel path has ends of one width.
module th_parallel(input [1:0] a, output [2:0] b);
  specify (a => b) = 1; endspecify
//        ^ error: a parallel path from 2 bits to 3 bits: both ends must have the same width (IEEE 1800-2023 30.4.5)
endmodule

// 30.4.2: a bit of a terminal is constant.
module th_bit(input [1:0] a, input i, output b);
  specify (a[i] *> b) = 1; endspecify
//         ^ error: a terminal of a module path is a port, or a bit or part of one selected by constants (IEEE 1800-2023 30.4.1)
endmodule

// 30.4.4: a condition has names of the module.
module th_condition(input a, output b);
  specify if (th_none) (a => b) = 1; endspecify
//            ^ error: 'th_none' is not declared
endmodule

// 30.5: delays are constant.
module th_delay(input a, output b);
  int n;
//    ^ note: 'n' is declared here
  specify (a => b) = n; endspecify
//                   ^ error: 'n' is not constant
endmodule

// 30.5: and not negative.
module th_negative(input a, output b);
  specify (a => b) = -1; endspecify
//                   ^ error: the delay of a module path cannot be negative or unknown (IEEE 1800-2023 30.5)
endmodule

// 30.2: a specparam is constant.
module th_specparam(input a, output b);
  int n;
//    ^ note: 'n' is declared here
  specify specparam S = n; endspecify
//                      ^ error: 'n' is not constant
endmodule

// 30.4.4.4: ifnone is for simple paths.
module th_ifnone(input a, output b);
  specify ifnone (posedge a => b) = 1; endspecify
//        ^ error: 'ifnone' is for paths without edges (IEEE 1800-2023 30.4.4.4)
endmodule

// 31.2: there is such a check.
module th_check(input a, b);
  specify $set_up(a, posedge b, 1); endspecify
//        ^ error: '$set_up' is not a timing check (IEEE 1800-2023 31)
endmodule

// 31.3.1: three arguments at least.
module th_setup(input a, b);
  specify $setup(a, posedge b); endspecify
//        ^ error: '$setup' takes 3 to 4 arguments, but 2 are given (IEEE 1800-2023 31.3.1)
endmodule

// 31.3.3: two limits.
module th_setuphold(input a, b);
  specify $setuphold(posedge a, b, 1); endspecify
//        ^ error: '$setuphold' takes 4 to 9 arguments, but 3 are given (IEEE 1800-2023 31.3.3)
endmodule

// 31.4.4: an edge.
module th_width(input a);
  specify $width(a, 1); endspecify
//               ^ error: the reference event of '$width' needs an edge (IEEE 1800-2023 31.4.4)
endmodule

// 31.4.5: an edge.
module th_period(input a);
  specify $period(a, 1); endspecify
//                ^ error: the reference event of '$period' needs an edge (IEEE 1800-2023 31.4.5)
endmodule

// 31.3.1: a limit that is not negative.
module th_limit(input a, b);
  specify $setup(a, posedge b, -1); endspecify
//                             ^ error: a limit of '$setup' cannot be negative (IEEE 1800-2023 31.3.1)
endmodule

// 31.9: limits whose sum is positive.
module th_window(input a, b);
  specify $setuphold(posedge a, b, 1, -1); endspecify
//        ^ error: the sum of the two limits of '$setuphold' must be greater than 0 (IEEE 1800-2023 31.9)
endmodule

// 31.3: a limit that is constant.
module th_limit_constant(input a, b);
  int n;
//    ^ note: 'n' is declared here
  specify $setup(a, posedge b, n); endspecify
//                             ^ error: 'n' is not constant
endmodule

// 31.6: a notifier that is a variable.
module th_notifier(input a, b);
  specify $setup(a, posedge b, 1, th_no_notifier); endspecify
//                                ^ error: 'th_no_notifier' is not declared
endmodule

// 31.6: of one bit.
module th_notifier_bits(input a, b);
  logic [1:0] n;
  specify $setup(a, posedge b, 1, n); endspecify
//                                ^ error: a notifier is a variable of one bit of this module (IEEE 1800-2023 31.6)
endmodule

// 31.2: signals that exist.
module th_signal(input a);
  specify $setup(th_no_signal, posedge a, 1); endspecify
//               ^ error: 'th_no_signal' is not declared
endmodule

// 31.1: a check is no task of a procedure.
module th_task(input a, b);
  initial $setup(a, posedge b, 1);
//        ^ error: unknown or unsupported system task or function '$setup'
endmodule
