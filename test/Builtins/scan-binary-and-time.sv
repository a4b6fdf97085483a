// $fscanf and $sscanf: %u and %z with widths and suppression, input that ends inside a
// word, %t under $timeformat, unknown bits (IEEE 1800-2023 21.3.4.3). Expected output:
// Icarus Verilog, and the example of the clause for %t.
// RUN: mkdir -p %t && cd %t && %circt-sim --quiet %s 2>&1 | FileCheck %s --match-full-lines
`timescale 1ns / 100ps
module test;
  integer file, n;
  reg [31:0] a;
  reg [63:0] b;
  reg [15:0] c;
  reg [8*4:1] text;
  real r;
  initial begin
    file = $fopen("words.bin", "wb");
    $fwrite(file, "%u%u%u%u", 32'h11223344, 32'h55667788, 32'h99aabbcc, 32'hddeeff00);
    $fclose(file);
    file = $fopen("words.bin", "rb");
    //      CHECK:1 5566778811223344
    n = $fscanf(file, "%u", b);
    $display("%0d %h", n, b);
    // The second word is skipped; the end is noticed after all words are read.
    // CHECK-NEXT:1 ddeeff00
    // CHECK-NEXT:-1 ddeeff00
    n = $fscanf(file, "%*u%u", a);
    $display("%0d %h", n, a);
    n = $fscanf(file, "%u", a);
    $display("%0d %h", n, a);
    // A width counts bits; whole words are read.
    // CHECK-NEXT:2 00003344 7788
    n = $rewind(file);
    n = $fscanf(file, "%16u%u", a, c);
    $display("%0d %h %h", n, a, c);
    // CHECK-NEXT:1 0000000099aabbcc
    n = $fscanf(file, "%32u", b);
    $display("%0d %h", n, b);
    // CHECK-NEXT:{{.*}}scan-binary-and-time.sv:[[#@LINE+2]]:{{[0-9]+}}: warning: $fscanf found 4 of the 8 bytes that "%u" needs. [in test, at 0 ps]
    // CHECK-NEXT:-1
    n = $fscanf(file, "%u", b);
    $display("%0d", n);
    $fclose(file);
    // CHECK-NEXT:2 01xz 0000000z
    file = $fopen("words.bin", "wb");
    $fwrite(file, "%z%z", 4'b01xz, 8'b0000000z);
    $fclose(file);
    file = $fopen("words.bin", "rb");
    n = $fscanf(file, "%z%z", a, c);
    $display("%0d %b %b", n, a[3:0], c[7:0]);
    $fclose(file);
    // In units of the precision, without digits behind the point.
    // CHECK-NEXT:1 1.000000
    n = $sscanf("10.345", "%t", r);
    $display("%0d %f", n, r);
    // CHECK-NEXT:1 10350000.000000
    $timeformat(-3, 2, " ms", 10);
    n = $sscanf("10.345", "%t", r);
    $display("%0d %f", n, r);
    // CHECK-NEXT:-1 -1
    text = "1";
    text[1] = 1'bx;
    $display("%0d %0d", $sscanf(text, "%d", a), $sscanf("1", 'bx, a));
    $finish(0);
  end
endmodule
