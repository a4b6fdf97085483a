// -E prints the text after the preprocessor, --parse-only and --lint-only run nothing.
// RUN: %not 0 %circt-sim -E -D VALUE=7 %s | FileCheck %s --match-full-lines
// RUN: %not 0 %circt-sim --parse-only -D VALUE=7 %s | FileCheck %s --check-prefix=EMPTY --allow-empty
// RUN: %not 0 %circt-sim --lint-only -D VALUE=7 %s | FileCheck %s --check-prefix=EMPTY --allow-empty
// RUN: %not 0 %circt-sim --elab-only -D VALUE=7 %s | FileCheck %s --check-prefix=EMPTY --allow-empty
// EMPTY-NOT: {{.}}
// CHECK: module test;
// CHECK-NEXT:   initial $display("value %0d", 7 );
module test;
  initial $display("value %0d", `VALUE );
endmodule
