// Expansions without end meet a limit; what follows is still read.
// RUN: %not 2 %circt-sim -E %s 2>&1 | FileCheck %s

`define D(x) x x
// CHECK: error: the expansion of macro 'D' exceeds {{[0-9]+}} tokens
// CHECK: error: unknown compiler directive or undefined macro '`next'
`define D4(x) `D(`D(`D(`D(x))))
`define D16(x) `D4(`D4(`D4(`D4(x))))
`define D64(x) `D16(`D16(`D16(`D16(x))))
`D64(1)
`next
