// Procedures, blocks, timing controls (IEEE 1800-2023 clause 9).
// RUN: %expect-messages %s

// 9.2.2.2: always_comb has no timing control.
module nine_comb_delay(input a);
  logic y;
  always_comb begin #1; y = a; end
//                  ^ error: a control of time is not allowed in always_comb
endmodule

// 9.2.2.2: no event control.
module nine_comb_event(input a, clk);
  logic y;
  always_comb @(posedge clk) y = a;
//            ^ error: a control of time is not allowed in always_comb
endmodule

// 9.2.2.2: no wait.
module nine_comb_wait(input a);
  logic y;
  always_comb begin wait (a); y = a; end
//                  ^ error: a control of time is not allowed in always_comb
endmodule

// 9.2.2.2: no fork.
module nine_comb_fork(input a);
  logic y;
  always_comb fork y = a; join
//            ^ error: a control of time is not allowed in always_comb
endmodule

// 9.2.2.2: no other process writes its variables.
module nine_comb_twice(input a, b);
  logic y;
  always_comb y = a;
//            ^ note: the other write of 'y' is here
  always_comb y = b;
//            ^ error: variable 'y' is written by always_comb and by another procedure
endmodule

// 9.2.2.3: nor those of always_latch.
module nine_latch(input a, b);
  logic y;
  always_latch if (a) y <= #1 b;
//                    ^ note: the other write of 'y' is here
  always @* y = a;
//          ^ error: variable 'y' is written by always_latch and by another procedure
endmodule

// 9.2.2.3: no delay.
module nine_latch_delay(input a, b);
  logic y;
  always_latch if (a) #1 y = b;
//                    ^ error: a control of time is not allowed in always_latch
endmodule

// 9.2.2.4: always_ff has an event control.
module nine_ff(input clk, d);
  logic q;
  always_ff q <= d;
//^ error: always_ff must begin with an event control
endmodule

// 9.2.2.4: one only, and no other control.
module nine_ff_two(input clk, d);
  logic q;
  always_ff @(posedge clk) begin q <= d; @(negedge clk) q <= 0; end
//                                       ^ error: a control of time is not allowed in always_ff, except one event control at its head
endmodule

// 9.2.2.4: and one writer.
module nine_ff_twice(input clk, d, e);
  logic q;
  always_ff @(posedge clk) q <= d;
//                         ^ note: the other write of 'q' is here
  always_ff @(negedge clk) q <= e;
//                         ^ error: variable 'q' is written by always_ff and by another procedure
endmodule

// 9.2.3: a final procedure takes no time.
module nine_final;
  final #1 $display;
//      ^ error: a control of time is not allowed in a final procedure
endmodule

// 9.2.3: nor waits for others.
module nine_final_fork;
  final fork $display; join
//      ^ error: a control of time is not allowed in a final procedure
endmodule

// 9.3.2: a branch of a fork does not return.
module nine_return;
  task t; fork return; join endtask
//             ^ error: 'return' is only allowed in a task or function, not in a fork branch
endmodule

// 9.4.1: a delay is a number.
module nine_delay;
  string s;
  initial #s;
//         ^ error: an expression of type 'string' cannot be a delay
endmodule

// 9.4.1: or a real, but no structure.
module nine_delay_struct;
  struct { int i; } s;
  initial #(s) $display;
//          ^ error: an expression of type 'struct' cannot be a delay
endmodule

// 9.4.2: an edge of something integral.
module nine_edge;
  string s;
  initial @(posedge s) $display;
//                  ^ error: an edge needs an integral expression, not one of type 'string'
endmodule

// 9.4.2: an event is an expression with a value.
module nine_event_type;
  typedef int t;
  initial @(t) $display;
//          ^ error: a data type is used as a value
endmodule

// 9.4.2: an undeclared name.
module nine_event_name;
  always @(posedge nine_clk) $display;
//                 ^ error: 'nine_clk' is not declared
endmodule

// 9.4.3: wait needs a condition.
module nine_wait;
  int a[2];
  initial wait (a) $display;
//              ^ error: an expression of type 'int$[0:1]' cannot be tested for truth
endmodule

// 9.4.5: the count of a repeated event is integral.
module nine_repeat(input clk);
  string s;
  int a;
  initial a = repeat (s) @(posedge clk) 1;
//                    ^ error: expected an integral expression, found one of type 'string'
endmodule

// 9.6.2: a disabled name is a block or a task.
module nine_disable;
  int i;
  initial disable i;
//        ^ error: 'i' is not a block or task that can be disabled
endmodule

// 9.6.2: and exists.
module nine_disable_missing;
  initial disable nine_missing;
//                ^ error: 'nine_missing' is not declared
endmodule

// 15.5.1: a triggered name is an event.
module nine_trigger;
  int i;
  initial -> i;
//           ^ error: expected a named event, found an expression of type 'int'
endmodule

// 15.5.4: the events of wait_order are events.
module nine_order;
  int i;
  event e;
  initial wait_order (e, i) $display;
//                       ^ error: expected a named event, found an expression of type 'int'
endmodule

// 9.3.4: the names of a scope are different.
module nine_labels;
  initial begin
    begin : a end
//          ^ note: 'a' was declared here before
    begin : a end
//          ^ error: redefinition of 'a'
  end
endmodule

// 9.4.2: an event list has no real edges.
module nine_edges(input clk);
  real r;
  always @(posedge clk or negedge r) $display;
//                                ^ error: an edge needs an integral expression, not one of type 'real'
endmodule
