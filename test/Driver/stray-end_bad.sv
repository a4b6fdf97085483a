// An end nobody waits for.
// RUN: %not 2 %circt-sim %s 2>&1 | FileCheck %s
module test;
  initial $display("a");
  // CHECK: stray-end_bad.sv:[[#@LINE+1]]:3: error: 'end' without matching 'begin'
  end
endmodule
