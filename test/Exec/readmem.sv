// $readmemh, $readmemb, $writememh, $writememb: addresses, comments, ranges, x digits
// (IEEE 1800-2023 21.4, 21.5).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  reg [7:0] a[0:15], b[0:15], c[15:0], d[0:3];
  integer f, i;
  initial begin
    f = $fopen("readmem.tmp", "w");
    $fdisplay(f, "// a comment");
    $fdisplay(f, "00 11 /* another */ 22");
    $fdisplay(f, "@8 8x z");
    $fdisplay(f, "@c");
    $fdisplay(f, "c0 c_1");
    $fclose(f);
    $readmemh("readmem.tmp", a);
    `check(a[0], 8'h00)
    `check(a[2], 8'h22)
    `check(a[3], 8'bx)
    `check(a[8], 8'b1000_xxxx)
    `check(a[9], 8'b0000_zzzz)
    `check(a[12], 8'hc0)
    `check(a[13], 8'hc1)
    for (i = 0; i < 16; i = i + 1) a[i] = i * 17;
    $writememh("readmem.tmp", a);
    $readmemh("readmem.tmp", b);
    for (i = 0; i < 16; i = i + 1) `check(b[i], a[i])
    $writememb("readmem.tmp", a, 4, 7);
    $readmemb("readmem.tmp", d);
    `check(d[0], 8'h44)
    `check(d[3], 8'h77)
    f = $fopen("readmem.tmp", "w");
    $fdisplay(f, "1 2 3 4");
    $fclose(f);
    $readmemh("readmem.tmp", b, 4, 7);
    `check(b[4], 8'h01)
    `check(b[7], 8'h04)
    `check(b[8], 8'h88)
    $readmemh("readmem.tmp", b, 7, 4);  // downwards
    `check(b[7], 8'h01)
    `check(b[4], 8'h04)
    $readmemh("readmem.tmp", c, 0, 3);
    `check(c[0], 8'h01)
    `check(c[3], 8'h04)
    `done
  end
endmodule
