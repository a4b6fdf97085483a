// Directives that a design element may not hold, and a pragma without a name (IEEE 1800-2023 22.3, 22.7, 22.11).
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
`resetall
`timescale 1ns/1ps
module top;
// CHECK: :[[#@LINE+1]]:1: error: '`resetall' is not allowed within a design element
`resetall
// CHECK: :[[#@LINE+1]]:1: error: '`timescale' is not allowed within a design element
`timescale 1us/1ns
endmodule
`resetall
// CHECK: :[[#@LINE+1]]:1: error: expected a name after '`pragma'
`pragma
