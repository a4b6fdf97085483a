// $fopen, $fdisplay, $fgets, $fscanf, $feof, $fgetc, $fseek, $ftell, multichannel
// descriptors (IEEE 1800-2023 21.3).
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  integer f, n, a, b, lines;
  reg [8*20:1] line;
  initial begin
    f = $fopen("file-io.tmp", "w");
    `check(f != 0, 1'b1)
    $fdisplay(f, "first %0d", 11);
    $fwrite(f, "22 ");
    $fdisplay(f, "33");
    $fclose(f);
    f = $fopen("file-io.tmp", "r");
    n = $fgets(line, f);
    `check(n, 9)
    `check(line, "first 11\n")
    n = $fscanf(f, "%d %d", a, b);
    `check(n, 2)
    `check(a + b, 55)
    n = $fgetc(f);
    `check(n, 10)
    n = $fgetc(f);
    `check(n, -1)
    `check($feof(f) != 0, 1'b1)
    n = $fseek(f, 6, 0);
    `check(n, 0)
    `check($ftell(f), 6)
    n = $fgetc(f);
    `check(n, "1")
    n = $ungetc(8'h51, f);
    n = $fgetc(f);
    `check(n, "Q")
    n = $rewind(f);
    lines = 0;
    while (!$feof(f)) begin
      n = $fgets(line, f);
      if (n > 0) lines = lines + 1;
    end
    `check(lines, 2)
    $fclose(f);
    f = $fopen("file-io.tmp", "a");
    $fdisplay(f, "more");
    $fclose(f);
    f = $fopen("file-io.tmp", "r");
    n = $fseek(f, -5, 2);
    n = $fgets(line, f);
    `check(line, "more\n")
    $fclose(f);
    f = $fopen("no/such/file", "r");
    `check(f, 0)
    f = $fopen("file-io.tmp");  // a multichannel descriptor: one bit
    `check(f[31], 1'b0)
    `check(f & (f - 1), 0)
    $fdisplay(f, "channel");
    $fclose(f);
    `done
  end
endmodule
