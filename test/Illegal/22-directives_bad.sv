// Compiler directives (IEEE 1800-2023 clause 22).
// RUN: %expect-messages %s

// 22.14: an end has a begin.
`end_keywords
//@1 error: '`end_keywords' without '`begin_keywords'

// 22.1: no such directive or macro.
`twentytwo_unknown
//@1 error: unknown compiler directive or undefined macro '`twentytwo_unknown'

// 22.4: an included file has a name.
`include
//@1 error: expected a file name in quotes or angle brackets after '`include'

// 22.4: that exists.
`include "twentytwo-missing.svh"
//@1 error: cannot find include file 'twentytwo-missing.svh'
//@1 note: searched: twentytwo-missing.svh

// 22.5.1: a macro has a name.
`define
//@1 error: expected a macro name after '`define'

// 22.5.1: that is no directive's.
`define include 3
//      ^ error: 'include' is a compiler directive and cannot be a macro name

// 22.5.1: formal arguments are different.
`define TwentytwoTwice(a, a) a
//                        ^ error: macro 'TwentytwoTwice' has two formal arguments named 'a'

// 22.5.1: and closed.
`define TwentytwoOpen(a, b
//      ^ error: expected ')' after the formal arguments of macro 'TwentytwoOpen'
module twentytwo_open; endmodule

// 22.5.1: a use has its arguments.
`define TwentytwoTwo(a, b) a b
//      ^ note: macro 'TwentytwoTwo' is defined here
module twentytwo_arguments; `TwentytwoTwo(wire x;) endmodule
//                          ^ error: no value for argument 'b' of macro 'TwentytwoTwo', which has no default

// 22.5.1: no more.
`define TwentytwoOne(a) a
//      ^ note: macro 'TwentytwoOne' is defined here
module twentytwo_many; `TwentytwoOne(wire x;, wire y;) endmodule
//                     ^ error: macro 'TwentytwoOne' takes 1 argument, but 2 are given

// 22.5.1: in parentheses.
`define TwentytwoParentheses(a) a
//      ^ note: macro 'TwentytwoParentheses' is defined here
module twentytwo_none; `TwentytwoParentheses ; endmodule
//                     ^ error: macro 'TwentytwoParentheses' has formal arguments: expected '(' after its name

// 22.5.1: a macro does not contain itself.
`define TwentytwoSelf wire a; `TwentytwoSelf
//                            ^ note: expanded from macro 'TwentytwoSelf'
//      ^ note: macro 'TwentytwoSelf' is defined here
module twentytwo_self; `TwentytwoSelf endmodule
//                     ^ error: macro 'TwentytwoSelf' is used in its own expansion

// 22.5.1: pasting is for macros.
module twentytwo_paste; wire a``b; endmodule
//                            ^ error: '``' is only allowed in the text of a macro

// 22.5.3: undef has a name.
`undef
//@1 error: expected a macro name after '`undef'

// 22.6: an else has an if.
`else
//@1 error: '`else' without '`ifdef' or '`ifndef'

// 22.6: so has an end.
`endif
//@1 error: '`endif' without '`ifdef' or '`ifndef'

// 22.6: one else.
`ifdef TWENTYTWO_A
//@1 note: the conditional starts here
`else
`else
//@1 error: '`else' after '`else'
`endif

// 22.6: no elsif behind it.
`ifdef TWENTYTWO_B
//@1 note: the conditional starts here
`else
`elsif TWENTYTWO_C
//@1 error: '`elsif' after '`else'
`endif

// 22.6: a conditional has a name.
`ifdef
//@1 error: expected a macro name after '`ifdef'
`endif

// 22.6: or a condition that is complete.
`ifdef (TWENTYTWO_D &&)
//                    ^ error: expected a macro name, '!' or '(' in the condition, found ')'
`endif

// 22.7: a time unit.
`timescale 1ns
//@1 error: expected '/' after '`timescale'

// 22.7: of the powers of ten.
`timescale 2ns / 1ps
//         ^ error: invalid time '2ns' in '`timescale': expected 1, 10 or 100 and s, ms, us, ns, ps or fs

// 22.7: not finer than the precision.
`timescale 1ps / 1ns
//@1 error: the time precision must not be coarser than the time unit

// 22.8: a net type.
`default_nettype logic
//               ^ error: 'logic' is not a net type that '`default_nettype' accepts

// 22.9: a strength.
`unconnected_drive strong1
//                 ^ error: expected 'pull0' or 'pull1' after '`unconnected_drive'

// 22.12: a number, a name, a level.
`line 5
//@1 error: '`line' needs a line number, a file name in quotes and a level of 0, 1 or 2

// 22.14: a version of the standard.
`begin_keywords "1800-1999"
//              ^ error: unknown version "1800-1999" in '`begin_keywords'

// 22.3: not within a module.
module twentytwo_reset;
`resetall
//@1 error: '`resetall' is not allowed within a design element
endmodule

// 22.7: nor is a time scale.
module twentytwo_timescale;
`timescale 1ns / 1ns
//@1 error: '`timescale' is not allowed within a design element
endmodule

// 22.14: nor are keywords.
module twentytwo_keywords;
`begin_keywords "1800-2005"
//@1 error: '`begin_keywords' is not allowed within a design element
`end_keywords
endmodule

// 22.8: nor is the default net type.
module twentytwo_nettype;
`default_nettype wire
//@1 error: '`default_nettype' is not allowed within a design element
endmodule

// 22.11: a pragma has a name.
`pragma
//@1 error: expected a name after '`pragma'

// 22.5.1: a quote in a macro is closed.
`define TwentytwoQuote `"abc
//                     ^ error: no closing '`"' in the text of macro 'TwentytwoQuote'
module twentytwo_quote; endmodule
