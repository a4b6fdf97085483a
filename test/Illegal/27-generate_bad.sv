// Generate constructs (IEEE 1800-2023 clause 27).
// RUN: %expect-messages %s

// 27.4: the variable of a loop is a genvar.
module tw7_genvar;
  int i;
  for (i = 0; i < 3; i++) wire w;
//     ^ error: 'i' is not a genvar
endmodule

// 27.4: that is declared.
module tw7_undeclared;
  for (i = 0; i < 3; i++) wire w;
//     ^ error: 'i' is not a genvar
endmodule

// 27.4: and belongs to one loop of a nest.
module tw7_nest;
  genvar i;
  for (i = 0; i < 3; i++)
    for (i = 0; i < 3; i++) wire w;
//       ^ error: genvar 'i' already counts the loop around this one
endmodule

// 27.4: the step changes it.
module tw7_step;
  genvar i, j;
  for (i = 0; i < 3; j++) wire w;
//^ error: the step of a generate loop must assign to its genvar 'i'
endmodule

// 27.4: to a new value.
module tw7_endless;
  genvar i;
  for (i = 0; i < 3; i = i) wire w;
//^ error: genvar 'i' takes the value 0 twice
endmodule

// 27.4: that is known.
module tw7_unknown;
  genvar i;
  for (i = 0; i < 3; i = i + 'x) wire w;
//                           ^ error: the constant 1'bx has unknown bits
endmodule

// 27.4: it is not written by procedures.
module tw7_write;
  for (genvar i = 0; i < 3; i++)
    initial i = 1;
//          ^ error: 'i' cannot be assigned to
endmodule

// 27.4: it has a value only in its loop.
module tw7_outside;
  genvar i;
  for (i = 0; i < 3; i++) wire w;
  initial $display(i);
//                 ^ error: genvar 'i' has a value only within its generate loop
endmodule

// 27.4: the bound is constant.
module tw7_bound;
  int n = 3;
//    ^ note: 'n' is declared here
  for (genvar i = 0; i < n; i++) wire w;
//                       ^ error: 'n' is not constant
endmodule

// 27.5: the condition is constant.
module tw7_condition(input a);
//                         ^ note: 'a' is declared here
  if (a) wire w;
//    ^ error: 'a' is not constant
endmodule

// 27.5: so is the selector.
module tw7_selector(input a);
//                        ^ note: 'a' is declared here
  case (a) 0: wire w; endcase
//      ^ error: 'a' is not constant
endmodule

// 27.5: and the items.
module tw7_items(input a);
//                     ^ note: 'a' is declared here
  case (1) a: wire w; endcase
//         ^ error: 'a' is not constant
endmodule

// 27.5: an alternative that is not taken declares nothing.
module tw7_taken;
  if (0) begin : g int i; end
  initial g.i = 1;
//        ^ error: 'g' is not declared
endmodule

// 27.6: the names of blocks are different.
module tw7_names;
  if (1) begin : g end
//^ note: 'g' was declared here before
  if (1) begin : g end
//               ^ error: redefinition of 'g'
endmodule

// 27.6: and different from other names.
module tw7_name_of_net;
  wire g;
//     ^ note: 'g' was declared here before
  for (genvar i = 0; i < 2; i++) begin : g end
//                                       ^ error: redefinition of 'g'
endmodule

// 27.6: a block of a loop has an index.
module tw7_index;
  for (genvar i = 0; i < 2; i++) begin : g int v; end
  initial g.v = 1;
//          ^ error: an element of 'g' must be selected by an index
endmodule

// 27.6: within its range.
module tw7_range;
  for (genvar i = 0; i < 2; i++) begin : g int v; end
  initial g[2].v = 1;
//          ^ error: 'g' has no element [2]
endmodule

// 27.6: that is constant.
module tw7_variable_index;
  int n;
//    ^ note: 'n' is declared here
  for (genvar i = 0; i < 2; i++) begin : g int v; end
  initial g[n].v = 1;
//          ^ error: 'n' is not constant
endmodule

// 27.3: a genvar is declared once.
module tw7_twice;
  genvar i;
//       ^ note: 'i' was declared here before
  genvar i;
//       ^ error: redefinition of 'i'
endmodule

// 27.2: no specparams in generate blocks.
module tw7_specparam;
  if (1) begin specparam S = 1; end
//             ^ error: a specparam cannot be declared in a generate block
endmodule
