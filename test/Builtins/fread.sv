// $fread into vectors and memories, $fgets, positions (IEEE 1800-2023 21.3.4, 21.3.5).
// Expected output: Icarus Verilog.
// RUN: %circt-sim %s \
// RUN:   | FileCheck %s --match-full-lines --strict-whitespace
module test;
  integer fd, i, c;
  reg [31:0] v;
  reg [11:0] w;
  reg [15:0] m[0:4];
  reg [8*10:1] s;
  initial begin
    fd = $fopen("fread.tmp", "w");
    $fwrite(fd, "ab\ncd 12 xyz\n3.5 ff zz\n");
    $fclose(fd);
    fd = $fopen("fread.tmp", "r");
    i = $fgets(s, fd); $display("%0d [%s] %0d", i, s, $ftell(fd));
    i = $fseek(fd, 0, 0); $display("%0d", i);
    i = $fread(v, fd); $display("%0d %h", i, v);
    i = $fread(w, fd); $display("%0d %h", i, w);
    i = $rewind(fd); i = $fread(m, fd); $display("%0d", i);
    for (c = 0; c < 5; c = c + 1) $write("%h ", m[c]);
    $display;
    i = $rewind(fd); i = $fread(m, fd, 1, 2); $display("%0d", i);
    for (c = 0; c < 5; c = c + 1) $write("%h ", m[c]);
    $display;
    i = $fseek(fd, -2, 2); i = $fread(v, fd); $display("%0d %h %0d", i, v, $feof(fd) != 0);
    i = $fread(v, fd); $display("%0d %h", i, v);
    $fclose(fd);
  end
endmodule
//      CHECK:3 [       ab
// CHECK-NEXT:] 3
// CHECK-NEXT:0
// CHECK-NEXT:4 61620a63
// CHECK-NEXT:2 420
// CHECK-NEXT:10
// CHECK-NEXT:6162 0a63 6420 3132 2078 
// CHECK-NEXT:4
// CHECK-NEXT:6162 6162 0a63 3132 2078 
// CHECK-NEXT:2 7a0a0a63 1
// CHECK-NEXT:0 7a0a0a63
