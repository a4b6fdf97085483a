// The log file of $sdf_annotate (IEEE 1800-2023 32.9): a line for each annotation.
// RUN: %circt-sim -DFILE='"%S/Inputs/log.sdf"' -DLOG='"%t.log"' %s 2> %t.err
// RUN: FileCheck %s < %t.log
// RUN: FileCheck %s --check-prefix=ERR < %t.err
// CHECK: log.sdf:6: IOPATH a y in test.u[1]
// CHECK-NEXT: {{.*}}log.sdf:7: PORT a in test.u[1]
// CHECK-NEXT: {{.*}}log.sdf:6: IOPATH a y in test.u[0]
// CHECK-NEXT: {{.*}}log.sdf:7: PORT a in test.u[0]
// CHECK-NEXT: {{.*}}log.sdf:8: WIDTH a in test.u[0]
// CHECK-NEXT: {{.*}}log.sdf:9: not annotated: no module path
// ERR: log.sdf:9: no module path from b to y in test.u[0] to annotate
// ERR: cannot write /no/such/folder/log
module gate(input a, output y);
  assign y = a;
  specify
    (a => y) = 1;
    $width(posedge a, 1);
  endspecify
endmodule
module test;
  logic a = 0;
  wire [1:0] y;
  gate u[1:0](a, y);
  initial begin
    $sdf_annotate(`FILE, , , `LOG);
    $sdf_annotate(`FILE, , , "/no/such/folder/log");
  end
endmodule
