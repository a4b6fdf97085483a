// What $readmemh and $readmemb load and $writememh writes (IEEE 1800-2023 21.4, 21.5).
// Expected output: Icarus Verilog.
// RUN: %circt-sim %s 2>%t.err \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
// RUN: FileCheck %s --check-prefix=WARN < %t.err
module test;
  reg [7:0] m[0:3], d[3:0];
  integer i, fd;
  reg [8*20:1] line;
  task show;
    begin
      for (i = 0; i < 4; i = i + 1) $write("%h ", m[i]);
      $display;
    end
  endtask
  task put(input [8*32:1] text);
    begin
      fd = $fopen("memory.tmp", "w");
      $fwrite(fd, "%0s", text);
      $fclose(fd);
    end
  endtask
  initial begin
    put("11 22"); $readmemh("memory.tmp", m); show;
    put("1 2 3 4 5 6"); $readmemh("memory.tmp", m); show;
    put("11 22"); $readmemh("memory.tmp", m, 1, 2); show;
    $readmemh("memory.tmp", m, 2, 1); show;
    $readmemh("memory.tmp", m, 1); show;
    put("@2 aa bb\n@0 cc // c\nd_d"); $readmemh("memory.tmp", m); show;
    put("11 2g 33"); $readmemh("memory.tmp", m); show;
    put("123 xz z x"); $readmemh("memory.tmp", m); show;
    put("1x 0z 1_0 11111111"); $readmemb("memory.tmp", m); show;
    $readmemh("no/such/file", m); show;
    $writememh("memory.tmp", m, 3, 1);
    fd = $fopen("memory.tmp", "r");
    while ($fgets(line, fd)) $write("%0s", line);
  end
endmodule
//      CHECK:11 22 xx xx 
// CHECK-NEXT:01 02 03 04 
// CHECK-NEXT:01 11 22 04 
// CHECK-NEXT:01 22 11 04 
// CHECK-NEXT:01 11 22 04 
// CHECK-NEXT:cc dd aa bb 
// CHECK-NEXT:11 02 aa bb 
// CHECK-NEXT:23 xz 0z 0x 
// CHECK-NEXT:0X 0Z 02 ff 
// CHECK-NEXT:0X 0Z 02 ff 
// CHECK-NEXT:// 0x00000000
// CHECK-NEXT:ff
// CHECK-NEXT:02
// CHECK-NEXT:0Z
// WARN: memory-files.sv:24:{{.*}}warning: {{.*}}Not enough words in the file {{.*}}range [0:3].
// WARN-NEXT: memory-files.sv:25:{{.*}}warning: {{.*}}Too many words in the file {{.*}}range [0:3].
// WARN-NEXT: memory-files.sv:28:{{.*}}warning: {{.*}}Not enough words in the file {{.*}}range [1:3].
// WARN-NEXT: memory-files.sv:30:{{.*}}warning: {{.*}}Invalid input character: g
// WARN-NEXT: memory-files.sv:31:{{.*}}warning: {{.*}}Excess hex digits (1 of '123')
// WARN-NEXT: memory-files.sv:33:{{.*}}warning: {{.*}}Unable to open no/such/file for reading.
