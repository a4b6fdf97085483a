// Descriptors, channels and $ferror (IEEE 1800-2023 21.3.1, 21.3.7). Expected output:
// Icarus Verilog.
// RUN: %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  integer fd, ch1, ch2, i;
  reg [640:1] text;
  initial begin
    fd = $fopen("no/such/file", "r");
    i = $ferror(fd, text);
    $display("%0d %0d %0s", fd, i, text);
    fd = $fopen("descriptors.tmp", "w");
    $display("%h", fd);
    i = $ferror(fd, text);
    $display("%0d |%0s|", i, text);
    $fclose(fd);
    ch1 = $fopen("descriptors1.tmp");
    ch2 = $fopen("descriptors2.tmp");
    $display("%h %h", ch1, ch2);
    $fdisplay(ch1 | ch2 | 1, "to all");
    $fclose(ch1);
    ch1 = $fopen("descriptors3.tmp");
    $display("%h", ch1);
    $fclose(ch1);
    $fclose(ch2);
    fd = $fopen("descriptors2.tmp", "r");
    i = $fgets(text, fd);
    $display("%0d %0s", i, text);
    $fdisplay(32'h80000001, "standard output");
  end
endmodule
//      CHECK:0 2 No such file or directory
// CHECK-NEXT:80000003
// CHECK-NEXT:0 ||
// CHECK-NEXT:00000002 00000004
// CHECK-NEXT:to all
// CHECK-NEXT:00000002
// CHECK-NEXT:7 to all
// CHECK-EMPTY:
// CHECK-NEXT:standard output
