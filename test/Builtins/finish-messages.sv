// What $finish and $stop print, and the exit status (IEEE 1800-2023 20.2). The lines
// are those of Icarus Verilog 12.
// RUN: %circt-sim %s +level=1 | FileCheck %s
// RUN: %circt-sim %s +level=0 | FileCheck %s --check-prefix=SILENT
// RUN: %circt-sim --quiet %s +level=1 | FileCheck %s --check-prefix=SILENT
// RUN: %not 1 %circt-sim %s +level=3 | FileCheck %s --check-prefix=STOP
// CHECK:      before
// CHECK-NEXT: finish-messages.sv:20: $finish called at 15000 (1ps)
// CHECK-NOT:  after
// SILENT:     before
// SILENT-NOT: $finish called
// STOP:       finish-messages.sv:18: $stop called at 15000 (1ps)
`timescale 1ns / 1ps
module test;
  integer level;
  initial begin
    if ($value$plusargs("level=%d", level)) #15;
    if (level == 3) $stop;
    $display("before");
    if (level == 1) $finish(1);
    $finish(0);
    $display("after");
  end
endmodule
