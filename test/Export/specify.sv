// What a specify block says has no place in hardware: a warning, not silence.
// RUN: %circt-verilog --two-state --ir-hw=buffer %s -o %t.mlir 2>&1 | FileCheck %s
// RUN: FileCheck %s --check-prefix=HW --input-file=%t.mlir
// HW: hw.module @buffer
module buffer(input a, output y);
  assign y = a;
  // CHECK: :[[#@LINE+1]]:3: warning: hardware of 'buffer' has no delays of module paths and no timing checks [-Wexport-specify]
  specify
    (a => y) = 3;
  endspecify
endmodule
