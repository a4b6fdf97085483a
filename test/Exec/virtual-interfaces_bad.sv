// A virtual interface that refers to nothing: the run ends where a member of it is read, waited
// for or called (IEEE 1800-2023 25.9). A wait that does not come to it is none of these.
// No oracle: the run ends.
// RUN: %not 1 %run-tiers %s 2>&1 | FileCheck %s --check-prefixes=CHECK,STORE
// RUN: %not 1 %run-tiers +call %s 2>&1 | FileCheck %s --check-prefixes=CHECK,CALL
// RUN: %not 1 %run-tiers +event %s 2>&1 | FileCheck %s --check-prefixes=CHECK,EVENT
// RUN: %not 1 %run-tiers +port %s 2>&1 | FileCheck %s --check-prefixes=CHECK,PORT
interface bus(input logic clk);
  logic x = 0;
  function automatic int f();
    return 1;
  endfunction
endinterface
module m;
  logic clk = 0;
  bus i(clk);
  virtual bus v;
  initial begin
    // CHECK: waiting
    $display("waiting");
    wait (v != null && v.x);
    // CHECK-NEXT: done
    $display("done");
    v = null;
    #3;
    // CALL: virtual-interfaces_bad.sv:[[#@LINE+1]]:33: error: null virtual interface used (IEEE 1800-2023 25.9) [in m, at 8 ns]
    if ($test$plusargs("call")) $display(v.f());
    // EVENT: virtual-interfaces_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: null virtual interface used {{.*}} [in m, at 8 ns]
    if ($test$plusargs("event")) @(posedge v.x);
    // PORT: virtual-interfaces_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: null virtual interface used {{.*}} [in m, at 8 ns]
    if ($test$plusargs("port")) $display("%b", v.clk);
    // STORE: virtual-interfaces_bad.sv:[[#@LINE+1]]:{{[0-9]+}}: error: null virtual interface used {{.*}} [in m, at 8 ns]
    v.x = 1;
  end
  initial #4 v = i;
  initial #5 i.x = 1;
endmodule
