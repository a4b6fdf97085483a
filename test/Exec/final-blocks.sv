// final blocks run once, after $finish, in every instance (IEEE 1800-2023 9.2.3).
// No oracle: Icarus Verilog 11 runs simple ones only.
// RUN: %run-tiers %s | FileCheck %s
module leaf #(parameter int Id = 0) ();
  int count = 0;
  always #1 count = count + Id;
  final $display("leaf %0d counted %0d", Id, count);
endmodule
module test;
  leaf #(1) a();
  leaf #(2) b();
  function automatic int seven();
    return 7;
  endfunction
  initial begin
    #4 ;
    #0 $display("before finish");
    $finish;
    #1 $display("FAIL");
  end
  final begin
    for (int i = 0; i < 2; i = i + 1) $display("final %0d at %0t: %0d", i, $time, seven());
  end
endmodule
// CHECK-NOT: FAIL
// CHECK: before finish
// CHECK-DAG: leaf 1 counted 4
// CHECK-DAG: leaf 2 counted 8
// CHECK-DAG: final 0 at 4: 7
// CHECK-DAG: final 1 at 4: 7
