// Many errors in one run, each with its position.
// RUN: %not 2 %circt-sim -E %s 2>&1 | FileCheck %s

// CHECK: errors_bad.sv:[[#@LINE+1]]:1: error: unknown compiler directive or undefined macro '`vendor_thing'
`vendor_thing(a, b)
`define A `B
`define B `A
// CHECK: errors_bad.sv:[[#@LINE+2]]:1: error: macro 'A' is used in its own expansion
// CHECK: note: expanded from macro 'A'
`A
`define two(x, y) x y
// CHECK: errors_bad.sv:[[#@LINE+2]]:1: error: macro 'two' takes 2 arguments, but 3 are given
// CHECK: errors_bad.sv:[[#@LINE-2]]:9: note: macro 'two' is defined here
`two(1, 2, 3)
// CHECK: errors_bad.sv:[[#@LINE+1]]:12: error: invalid time '3ns'
`timescale 3ns/1ps
// CHECK: errors_bad.sv:[[#@LINE+1]]:1: error: '`else' without '`ifdef' or '`ifndef'
`else
// CHECK: errors_bad.sv:[[#@LINE+1]]:10: error: '2' is not a digit of a binary number
x = 4'b012;
// CHECK: errors_bad.sv:[[#@LINE+1]]:5: error: unterminated string literal
y = "abc
// CHECK: errors_bad.sv:[[#@LINE+1]]:1: error: no '`endif' for this conditional directive
`ifdef NEVER
// CHECK: 8 errors generated
