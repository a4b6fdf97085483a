// What elaboration does not know is refused with its clause.
// RUN: %not 2 %circt-sim --lint-only %s 2>&1 | FileCheck %s
module top(input clk);
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: classes (IEEE 1800-2023 8)
  class C; endclass
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: covergroups (IEEE 1800-2023 19.3)
  covergroup g; endgroup
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: DPI imports (IEEE 1800-2023 35.4)
  import "DPI-C" function int f(int x);
  // CHECK: :[[#@LINE+1]]:3: error: unsupported: concurrent assertions (IEEE 1800-2023 16.14)
  assert property (@(posedge clk) 1);
endmodule
