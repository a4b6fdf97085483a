// -G and -P override parameters of the top module; unknown names are errors.
// RUN: %not 0 %circt-sim %s | FileCheck %s --check-prefix=DEFAULT
// RUN: %not 0 %circt-sim -G Width=8 -GName='"other"' %s | FileCheck %s --check-prefix=OVER
// RUN: %not 0 %circt-sim -Ptest.Width=8 -Ptest.Name='"other"' %s | FileCheck %s --check-prefix=OVER
// RUN: %not 2 %circt-sim -G Depth=3 %s 2>&1 | FileCheck %s --check-prefix=UNKNOWN
// RUN: %not 2 %circt-sim -G Local=3 %s 2>&1 | FileCheck %s --check-prefix=LOCAL
// RUN: %not 2 %circt-sim -G Width=3+ %s 2>&1 | FileCheck %s --check-prefix=SYNTAX
module test;
  parameter int Width = 4;
  parameter string Name = "default";
  localparam int Local = Width * 2;
  // DEFAULT: 4 8 default
  // OVER: 8 16 other
  // UNKNOWN: error: there is no parameter 'Depth' for -G
  // LOCAL: error: there is no parameter 'Local' for -G
  // SYNTAX: error: expected an expression
  initial $display("%0d %0d %s", Width, Local, Name);
endmodule
