// Redefinition of macros, and the options about warnings.
// RUN: %circt-sim -E %s 2>&1 | FileCheck %s
// RUN: %circt-sim -E -Wno-macro-redefined %s 2>&1 | FileCheck %s --check-prefix=NONE --allow-empty
// RUN: %not 2 %circt-sim -E -Werror=macro-redefined %s 2>&1 | FileCheck %s --check-prefix=ERROR
// RUN: %circt-sim -E -Wundef %s 2>&1 | FileCheck %s --check-prefix=UNDEF

`define A 1
// CHECK: warnings.sv:[[#@LINE+4]]:9: warning: macro 'A' is redefined with a different text [-Wmacro-redefined]
// CHECK: warnings.sv:[[#@LINE-2]]:9: note: the previous definition is here
// NONE-NOT: redefined
// ERROR: error: macro 'A' is redefined with a different text [-Werror=macro-redefined]
`define A 2
// UNDEF: warnings.sv:[[#@LINE+1]]:8: warning: macro 'NOPE' is not defined [-Wundef]
`undef NOPE
