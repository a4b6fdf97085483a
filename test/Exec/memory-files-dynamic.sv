// $readmemh, $readmemb, $writememh, $writememb and $fread on dynamic arrays, queues, and
// associative arrays with integral indices (IEEE 1800-2023 21.3.4.4, 21.4.1, 21.5.3).
// No oracle: Icarus Verilog 11 has no associative arrays, nor files for the others.
// RUN: %run-tiers -I %S/Inputs %s 2>&1 | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
// CHECK: Start address 4 is out of bounds for memory '[0:3]'
// CHECK: Too many words in the file for the requested range [0:3]
// CHECK: Not enough words in the file for the requested range [0:9]
// CHECK: Too many words in the file for the requested range [0:0]
// CHECK: Too many words in the file for the requested range [2:3]
// CHECK: address (0x100) is out of range
// CHECK: $fread's start argument (4) is outside memory range [0:3]
`include "check.svh"
module test;
  typedef enum bit [3:0] {red = 1, green = 4, blue = 9} colour;
  int errors = 0, wakes = 0, changes = 0;
  int f, count;
  logic [7:0] dynamic[], queue[$], rows[][1:0], pair[$][2];
  bit [15:0] two[];
  logic [7:0] byInt[int], byByte[byte], twice[int][2];
  int byLong[longint unsigned], byAny[*];
  logic [3:0] byColour[colour];
  bit [7:0] byBit[bit [7:0]];
  string line;

  always @(dynamic[1]) wakes++;
  always @(byInt[16]) changes++;

  function automatic void put(string text);
    f = $fopen("memory-dynamic.tmp", "w");
    $fwrite(f, "%s", text);
    $fclose(f);
  endfunction
  function automatic string get();
    string all = "";
    f = $fopen("memory-dynamic.tmp", "r");
    while ($fgets(line, f)) all = {all, line};
    $fclose(f);
    return all;
  endfunction

  task automatic sized();
    dynamic = new[4];
    put("10 2x @3 z");
    $readmemh("memory-dynamic.tmp", dynamic);
    `check(dynamic.size(), 4)
    `check(dynamic[0], 8'h10)
    `check(dynamic[1], 8'b0010_xxxx)
    `check(dynamic[2], 8'bx)
    `check(dynamic[3], 8'b0000_zzzz)
    #1 `check(wakes, 1)
    $readmemh("memory-dynamic.tmp", dynamic, 4);
    put("1 2 3 4 5");
    $readmemh("memory-dynamic.tmp", dynamic);
    `check(dynamic[3], 8'h04)
    queue = {8'h55, 8'h66, 8'h77};
    put("1 0");
    $readmemb("memory-dynamic.tmp", queue, 2, 1);
    `check(queue[2], 8'h01)
    `check(queue[1], 8'h00)
    `check(queue[0], 8'h55)
    `check(queue.size(), 3)
    $writememh("memory-dynamic.tmp", dynamic);
    `check(get(), "// 0x00000000\n01\n02\n03\n04\n")
    put("1 2 3 4");
    two = new[10];
    $readmemh("memory-dynamic.tmp", two);
    `check(two[3], 4)
    rows = new[2];
    put("1 2 3 4");
    $readmemh("memory-dynamic.tmp", rows);
    `check(rows[0][0], 8'h01)
    `check(rows[0][1], 8'h02)
    `check(rows[1][1], 8'h04)
    pair = {'{1, 2}};
    $readmemh("memory-dynamic.tmp", pair[0]);
    `check(pair[0][1], 8'h02)
    dynamic.delete();
    $readmemh("memory-dynamic.tmp", dynamic);
    `check(dynamic.size(), 0)
    $writememb("memory-dynamic.tmp", dynamic);
    `check(get(), "")
  endtask

  task automatic sparse();
    put("01 02\n@10 aa bb\n@80000000 cc");
    $readmemh("memory-dynamic.tmp", byInt);
    `check(byInt.num(), 5)
    `check(byInt[1], 8'h02)
    `check(byInt[17], 8'hbb)
    `check(byInt[32'h80000000], 8'hcc)
    #1 `check(changes, 1)
    $writememh("memory-dynamic.tmp", byInt);
    `check(get(), "@80000000\ncc\n@0\n01\n02\n@10\naa\nbb\n")
    $writememh("memory-dynamic.tmp", byInt, 17, 1);
    `check(get(), "@11\nbb\n@10\naa\n@1\n02\n")
    $readmemh("memory-dynamic.tmp", byAny);
    `check(byAny['h11], 32'hbb)
    `check(byAny.num(), 3)
    put("@FFFF_FFFF_8000_0000 7 8 @ffffffffffffffff 9");
    $readmemh("memory-dynamic.tmp", byLong);
    `check(byLong[64'hffff_ffff_8000_0001], 8)
    `check(byLong.num(), 3)
    $writememh("memory-dynamic.tmp", byLong);
    `check(get(), "@ffffffff80000000\n00000007\n00000008\n@ffffffffffffffff\n00000009\n")
    put("@1 0001 @4 01x0");
    $readmemb("memory-dynamic.tmp", byColour);
    `check(byColour[green], 4'b01x0)
    `check(byColour.num(), 2)
    put("1 2 3 4 5");
    $readmemh("memory-dynamic.tmp", twice, 2, 3);
    `check(twice[2][1], 8'h02)
    `check(twice[3][0], 8'h03)
    `check(twice.num(), 2)
    $writememh("memory-dynamic.tmp", twice);
    `check(get(), "@2\n01\n02\n03\n04\n")
    put("@fe 1 2 @100 3");
    $readmemh("memory-dynamic.tmp", byBit);
    `check(byBit[8'hff], 8'h02)
    put("@ff 1");
    $readmemh("memory-dynamic.tmp", byByte);
    `check(byByte[-1], 8'h01)
    byByte.delete();
    $writememh("memory-dynamic.tmp", byByte);
    `check(get(), "")
  endtask

  task automatic binary();
    put("ABCDEFG");
    dynamic = new[4];
    f = $fopen("memory-dynamic.tmp", "r");
    `check($fread(dynamic, f), 4)
    `check(dynamic[3], "D")
    byInt.delete();
    `check($fread(byInt, f, 100, 2), 2)
    `check(byInt[101], "F")
    `check($fread(byInt, f), 1)
    `check(byInt[0], "G")
    `check(byInt.num(), 3)
    count = $rewind(f);
    queue = {1, 2, 3, 4, 5};
    `check($fread(queue, f, 3), 2)
    `check(queue[4], "B")
    `check($fread(dynamic, f, 4), 0)
    dynamic.delete();
    `check($fread(dynamic, f), 0)
    $fclose(f);
  endtask

  initial begin
    #1 wakes = 0; changes = 0;
    sized();
    sparse();
    binary();
    `done
  end
endmodule
