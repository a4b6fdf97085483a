// Generate constructs as text (IEEE 1800-2023 clause 27, A.4.2).
// RUN: %expect-messages %s

// 27.3: regions do not nest.
module tw7_nest; generate generate endgenerate endgenerate endmodule
//                        ^ error: a generate region cannot stand within another one

// 27.3: they end.
module tw7_end; generate wire w; endmodule
//                               ^ error: expected 'endgenerate', found 'endmodule'
//              ^ note: this 'generate' begins here

// 27.5: one default.
module tw7_default; case (1) default: ; default: ; endcase endmodule
//                                      ^ error: more than one default item

// 27.4: a loop has a start value.
module tw7_start; genvar i; for (; i < 3; i++) wire w; endmodule
//                               ^ error: expected a genvar, found ';'

// 27.4: a condition.
module tw7_condition; genvar i; for (i = 0; ; i++) wire w; endmodule
//                                          ^ error: expected an expression, found ';'

// 27.4: and a step.
module tw7_step; genvar i; for (i = 0; i < 3;) wire w; endmodule
//                                           ^ error: expected an expression, found ')'

// 27.6: the name at the end is the block's.
module tw7_label; if (1) begin : g end : h endmodule
//                                       ^ error: end label 'h' does not match the name 'g'

// 27.2: no ports in generate blocks.
module tw7_port(a); if (1) begin input a; end endmodule
//                               ^ error: a port declaration is not allowed in a generate block

// 27.2: no specify blocks.
module tw7_specify; if (1) begin specify endspecify end endmodule
//                               ^ error: a specify block is not allowed in a generate block

// 27.5: an else has an if.
module tw7_else; else wire w; endmodule
//               ^ error: expected an item, found 'else'

// 27.3: a genvar has a name.
module tw7_genvar; genvar ; endmodule
//                        ^ error: expected a genvar name, found ';'

// 27.3: and no value.
module tw7_value; genvar i = 3; endmodule
//                        ^ error: expected ';' after genvar declaration
