// A bind that leads nowhere (IEEE 1800-2023 23.11).
// RUN: %expect-messages %s

// 23.11: bind has a target.
module tw3_checker; endmodule
bind tw3_no_target tw3_checker c();
//   ^ error: there is no module or instance 'tw3_no_target' to bind to
module tw3_bind; endmodule
