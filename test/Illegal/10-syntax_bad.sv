// Assignments as text (IEEE 1800-2023 clause 10, A.6).
// RUN: %expect-messages %s

// 10.3: a continuous assignment has a value.
module ten_value; assign a = ; endmodule
//                           ^ error: expected an expression, found ';'

// 10.3: and an equals sign.
module ten_equals; assign a 1; endmodule
//                         ^ error: expected '=' after the target of an assignment

// 10.3: not that of a nonblocking assignment.
module ten_nonblocking; assign a <= 1; endmodule
//                              ^ error: expected '=' after the target of an assignment

// 10.3: nor an operator.
module ten_operator; assign a += 1; endmodule
//                           ^ error: expected '=' after the target of an assignment

// 10.3.4: two strengths, one for each value.
module ten_strengths; assign (strong0, pull0) a = 1; endmodule
//                           ^ error: a drive strength needs one strength for 0 and one for 1, not both high impedance

// 10.3.4: not both high impedance.
module ten_highz; assign (highz0, highz1) a = 1; endmodule
//                       ^ error: a drive strength needs one strength for 0 and one for 1, not both high impedance

// 10.3.3: at most three delays.
module ten_delays; assign #(1, 2, 3, 4) a = 1; endmodule
//                                 ^ error: expected ')'
//                         ^ note: to match this '('

// 10.4: an assignment ends with a semicolon.
module ten_semicolon; initial begin a = 1 b = 2; end endmodule
//                                       ^ error: expected ';' after assignment

// 10.6: deassign has no value.
module ten_deassign; initial deassign a = 1; endmodule
//                                     ^ error: expected ';' after procedural continuous assignment

// 10.6: release neither.
module ten_release; initial release a = 1; endmodule
//                                   ^ error: expected ';' after procedural continuous assignment

// 10.6: force has one.
module ten_force; initial force a; endmodule
//                               ^ error: expected '=' after the target of an assignment

// 10.9: a pattern has values.
module ten_pattern; int a[2] = '{1, }; endmodule
//                                  ^ error: expected an expression, found '}'

// 10.11: an alias has another name.
module ten_alias; wire a; alias a; endmodule
//                               ^ error: expected '=' after the first net of an alias

// 10.4.2: a delay stands before the value.
module ten_delay; initial a <= b #1; endmodule
//                              ^ error: expected ';' after assignment

// 10.4: a sum is no target.
module ten_sum;
  int a, b;
  initial a + b = 1;
//             ^ error: expected ';' after statement
endmodule
