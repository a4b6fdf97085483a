// $assertcontrol and its relatives for immediate assertions (IEEE 1800-2023 20.11).
// RUN: %run-tiers %s | FileCheck %s
// CHECK: 1 fails
// CHECK-NEXT: 3 fails
// CHECK-NEXT: 4 passes
// CHECK-NEXT: 6 fails
// CHECK-NEXT: 7 cover
// CHECK-NEXT: sub fails
// CHECK-NOT: {{[0-9]}}
module sub(input int n);
  always @(n) if (n) a1: assert (0) else $display("sub fails");
endmodule
module test;
  int n = 0;
  sub s(n);
  initial begin
    assert (0) else $display("1 fails");
    $assertoff;
    assert (0) else $display("2 fails");
    $asserton;
    assert (0) else $display("3 fails");
    assert (1) $display("4 passes");
    $assertpassoff;
    assert (1) $display("5 passes");
    $assertcontrol(6);
    assert (0) $display("6 passes"); else $display("6 fails");
    // Off for assert directives only.
    $assertcontrol(4, 2, 1);
    assert (0) else $display("8 fails");
    cover (1) $display("7 cover");
    // Locked: deaf to On.
    $assertcontrol(1);
    $asserton;
    assert (0) else $display("9 fails");
    $assertcontrol(2);
    $asserton(0, test.s);
    assert (0) else $display("10 fails");
    n = 1;
    #1 $assertoff(1, test.s);
    n = 2;
    #1;
  end
endmodule
