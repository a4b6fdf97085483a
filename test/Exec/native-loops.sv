// Loops that change their tier while they run: nested ones, with values that live
// around them, with waits, calls and `disable` inside, and one in a function.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=compile -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=auto -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=compile --jit-random-deopts=2000 -I %S/Inputs %s \
// RUN:   | FileCheck %s --implicit-check-not=FAIL
// RUN: %circt-sim --mode=compile --jit-report=%t.json -I %S/Inputs %s
// RUN: FileCheck %s --check-prefix=REPORT --input-file=%t.json
// CHECK: {{^PASS$}}
// REPORT: "jit_native_instruction_share": 0.{{[5-9]}}
`include "check.svh"
module test;
  integer errors = 0;
  integer i, j, k, sum, waits;
  reg [63:0] hash;
  reg [95:0] wide;
  real area;
  function automatic integer collatz(input integer start);
    integer n, steps;
    begin
      n = start;
      steps = 0;
      while (n != 1) begin
        if (n % 2 == 0) n = n / 2;
        else n = 3 * n + 1;
        steps = steps + 1;
      end
      collatz = steps;
    end
  endfunction
  initial begin
    sum = 0; hash = 64'h9e3779b97f4a7c15; wide = 1; area = 0.0;
    for (i = 0; i < 300; i = i + 1)
      for (j = 0; j < 200; j = j + 1) begin
        hash = (hash ^ (hash << 13)) + j;
        hash = hash ^ (hash >> 7);
        if (j % 50 == 49) wide = {wide[94:0], wide[95] ^ hash[0]};
        if (hash[5:0] == 6'd0) sum = sum + i;
        area = area + 0.25;
      end
    `check(sum, 142104)
    `check(hash, 64'h062d1a9e72b78b9e)
    `check(wide, 96'hf3c52b18cb5f08e0d36abc3d)
    `checkReal(area, 15000.0)
    sum = 0;
    for (i = 1; i < 1500; i = i + 1) sum = sum + collatz(i);
    `check(sum, 95661)
    waits = 0;
    begin : search
      for (k = 0; k < 1000000; k = k + 1) begin
        if (k % 4096 == 4095) begin
          #1 waits = waits + 1;
        end
        if (waits == 5 && k % 1000 == 0) disable search;
      end
    end
    `check(k, 21000)
    `check(waits, 5)
    `check($time, 5)
    `done
  end
endmodule
