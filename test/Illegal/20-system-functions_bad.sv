// System tasks and functions (IEEE 1800-2023 clauses 20, 18.13).
// RUN: %expect-messages %s

// 20.1: no such task.
module twenty_unknown;
  initial $no_such_task(1);
//        ^ error: unknown or unsupported system task or function '$no_such_task'
endmodule

// 20.1: a task has no value.
module twenty_value;
  int i;
  initial i = $display("a");
//            ^ error: system task '$display' has no value
endmodule

// 20.2: one argument.
module twenty_finish;
  initial $finish(1, 2);
//        ^ error: '$finish' takes 0 to 1 argument, but 2 are given
endmodule

// 20.3: no arguments.
module twenty_time;
  int i;
  initial i = $time(1);
//            ^ error: '$time' takes no arguments, but 1 are given
endmodule

// 20.3: a time is not assigned to.
module twenty_time_target;
  initial $time = 5;
//        ^ error: this expression cannot be assigned to
endmodule

// 20.4.3: four arguments at most.
module twenty_timeformat;
  initial $timeformat(-9, 0, "ns", 5, 6);
//        ^ error: '$timeformat' takes 0 to 4 arguments, but 5 are given
endmodule

// 20.5: a real.
module twenty_rtoi;
  struct { int i; } s;
  int i;
  initial i = $rtoi(s);
//                  ^ error: expected an integral or real expression, found one of type 'struct'
endmodule

// 20.5: bits, not a real.
module twenty_bitstoreal;
  real r;
  initial r = $bitstoreal(r);
//                        ^ error: expected an integral expression, found one of type 'real'
endmodule

// 20.6.2: the bits of something.
module twenty_bits;
  int i = $bits();
//        ^ error: '$bits' takes 1 argument, but 0 are given
endmodule

// 20.6.2: that exists.
module twenty_bits_name;
  int i = $bits(twenty_nothing);
//              ^ error: 'twenty_nothing' is not declared
endmodule

// 20.6.1: a type or an expression.
module twenty_typename;
  string s = $typename(int, int);
//           ^ error: '$typename' takes 1 argument, but 2 are given
endmodule

// 20.8.1: one argument.
module twenty_clog2;
  int i = $clog2();
//        ^ error: '$clog2' takes 1 argument, but 0 are given
endmodule

// 20.8.1: integral.
module twenty_clog2_string;
  int a[2];
  int i = $clog2(a);
//               ^ error: expected an integral expression, found one of type 'int$[0:1]'
endmodule

// 20.8.2: two arguments.
module twenty_pow;
  real r = $pow(2.0);
//         ^ error: '$pow' takes 2 arguments, but 1 are given
endmodule

// 20.8.2: numbers.
module twenty_sqrt;
  string s;
  real r = $sqrt(s);
//               ^ error: expected an integral or real expression, found one of type 'string'
endmodule

// 20.9: bits to count.
module twenty_countbits;
  int i = $countbits(5);
//        ^ error: '$countbits' takes at least 2 arguments, but 1 are given
endmodule

// 20.9: of something integral.
module twenty_countones;
  real r;
  int i = $countones(r);
//                   ^ error: expected an integral expression, found one of type 'real'
endmodule

// 20.9: one argument.
module twenty_onehot;
  bit b = $onehot(1, 2);
//        ^ error: '$onehot' takes 1 argument, but 2 are given
endmodule

// 20.10.1: a fatal message of elaboration ends it.
module twenty_elaboration;
  if (1) $fatal(1, "text");
//       ^ error: $fatal: text
endmodule

// 20.10.1: an error of elaboration is one.
module twenty_error;
  parameter P = 3;
  if (P > 2) $error("P is %0d", P);
//           ^ error: $error: P is 3
endmodule

// 18.13.1: the seed is a variable.
module twenty_random;
  int i = $random(5);
//                ^ error: this expression cannot be assigned to
endmodule

// 20.14.2: a distribution has a seed and limits.
module twenty_dist;
  int seed, i;
  initial i = $dist_uniform(seed, 1);
//            ^ error: '$dist_uniform' takes 3 arguments, but 2 are given
endmodule

// 20.14.2: a seed that is written.
module twenty_dist_seed;
  int i;
  initial i = $dist_normal(3, 1, 2);
//                         ^ error: this expression cannot be assigned to
endmodule

// 11.7: the sign of something integral.
module twenty_signed;
  real r;
  int i = $signed(r);
//        ^ error: expected an integral expression, found one of type 'real'
endmodule

// 20.1: no names of arguments.
module twenty_named;
  int i = $clog2(.x(3));
//               ^ error: arguments of system tasks and functions have no names
endmodule

// 20.1: no argument is left out.
module twenty_left_out;
  real r = $pow(, 2.0);
//              ^ error: an argument is missing
endmodule

// 20.7: the bounds of an inner dimension of variable size.
module twenty_query_inner;
  int a[3][][5];
  int n = $size(a, 2);
//        ^ error: dimension 2 has a variable size: its elements may differ
endmodule

// 20.7: strings as indices have no bounds.
module twenty_query_keys;
  int a[string];
  int n = $low(a);
//        ^ error: the indices of this array are not integral: it has no bounds
endmodule

// 20.17.2: the call stack is asked for without arguments, and is not known before the run.
module twenty_stacktrace;
  string s;
  localparam string constant = $stacktrace;
//                             ^ error: a call of '$stacktrace' is not constant
  initial begin
    $stacktrace(1);
//  ^ error: '$stacktrace' takes no arguments, but 1 are given
    s = $stacktrace("all");
//      ^ error: '$stacktrace' takes no arguments, but 1 are given
    s = 1 + $stacktrace;
//      ^ error: operator '+' cannot be applied to operands of types 'int' and 'string'
  end
endmodule
