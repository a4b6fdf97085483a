// Directives that hold for the text behind them stay in the output
// (IEEE 1800-2023 22.7, 22.8, 22.10, 22.14).
// RUN: %circt-sim -E %s | FileCheck %s

// CHECK: `timescale 1ns / 10ps
// CHECK-NEXT: module a;
`timescale 1ns/10ps
module a;
endmodule
// CHECK: `default_nettype none
// CHECK: `celldefine
// CHECK: module b;
`default_nettype none
`celldefine
module b;
endmodule
`endcelldefine
// CHECK: `endcelldefine
// CHECK: `begin_keywords "1364-2001"
// CHECK: module c; reg logic; endmodule
// CHECK: `end_keywords
`begin_keywords "1364-2001"
module c; reg logic; endmodule
`end_keywords
// CHECK: `resetall
// CHECK-NEXT: module d;
`resetall
module d;
endmodule
