// Nesting beyond the limit is one clear error.
// RUN: %not 2 %circt-sim --parse-only %s 2>&1 | FileCheck %s

`define P4(x) ((((x))))
`define P64(x) `P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(`P4(x))))))))))))))))
`define P1024(x) `P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(`P64(x))))))))))))))))
// CHECK: error: nesting is deeper than the limit of 2000 levels
module m;
  assign x = `P1024(`P1024(1));
endmodule
// CHECK: 1 error generated
