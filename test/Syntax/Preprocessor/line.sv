// `line, `__LINE__ and `__FILE__ (IEEE 1800-2023 22.12, 22.13).
// RUN: %circt-sim -E %s | FileCheck %s
// RUN: %not 2 %circt-sim -E -D BAD %s 2>&1 | FileCheck %s --check-prefix=BAD

// CHECK: int first = [[#@LINE+1]];
int first = `__LINE__;
`define HERE `__LINE__
// CHECK: int second = [[#@LINE+1]];
int second = `HERE;
`line 200 "other.v" 0
// CHECK: string third = "other.v"; int fourth = 201;
string third = `__FILE__; int fourth = `__LINE__;
`ifdef BAD
// BAD: other.v:204:1: error: unknown compiler directive or undefined macro '`nonsense'
`nonsense
`endif
