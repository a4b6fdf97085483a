// Errors in timing checks (IEEE 1800-2023 31).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module bad(input clk, d, input [1:0] v);
  reg notifier, number;
  reg [3:0] wide;
  wire net;
  wire dclk, dd;
  assign net = d;
  specify
    specparam limit = 3;
    $setup(d, posedge clk, limit, notifier);
    $setup(d, posedge clk);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:5: error: '$setup' takes 3 to 4 arguments, but 2 are given (IEEE 1800-2023 31.3.1)
    $setting(d, posedge clk, 1);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:5: error: '$setting' is not a timing check (IEEE 1800-2023 31)
    $hold(posedge clk, d, -1);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:27: error: a limit of '$hold' cannot be negative (IEEE 1800-2023 31.3.2)
    $setuphold(posedge clk, d, -1, 3, notifier);
    $setuphold(posedge clk, d, 1, 3, notifier, , , dclk, dd);
    $recrem(posedge clk, d, 2.5, -2.5);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:5: error: the sum of the two limits of '$recrem' must be greater than 0 (IEEE 1800-2023 31.9)
    $setuphold(posedge clk, d, 1, 3, notifier, , , number, dd);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:52: error: {{the delayed copy of a signal is a net|.*number}}
    $width(clk, 3);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:12: error: the reference event of '$width' needs an edge (IEEE 1800-2023 31.4.4)
    $period(posedge clk, wide);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:26: error: {{.*}}wide
    $hold(posedge clk, d, 1, wide);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:30: error: a notifier is a variable of one bit of this module (IEEE 1800-2023 31.6)
    $hold(posedge clk, d, 1, net);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:30: warning: notifier 'net' is a net: no violation can toggle it (IEEE 1800-2023 31.6)
    $hold(posedge clk, d + 1, 1);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:24: error: an event of a timing check is a net or variable of this module, or a part of one selected by constants (IEEE 1800-2023 31.2)
    $hold(posedge v[0] &&& nothing, d, 1);
// CHECK: timing-checks_bad.sv:[[#@LINE-1]]:28: error: {{.*}}nothing
  endspecify
endmodule
