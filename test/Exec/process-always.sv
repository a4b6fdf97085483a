// Handles of always procedures: status, suspend, resume, kill, await (IEEE 1800-2023 9.7).
// No oracle: Icarus Verilog has no class process.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  logic clk = 0;
  int a = 1, twice, latched, count = 0, changes = 0, ended = 0;
  process comb, latch, ff, star, last;
  function automatic process me; return process::self(); endfunction

  always_comb begin comb = process::self(); twice = 2 * a; end
  always_latch begin latch = process::self(); if (clk) latched = a; end
  always_ff @(posedge clk) begin ff = me(); count <= count + 1; end
  always @* begin star = process::self(); changes = changes + (a > 0); end
  always @(negedge clk) begin
    last = process::self();
    if (a == 7) last.kill();
    ended = ended + 1;
  end
  task automatic tick; #1 clk = 1; #1 clk = 0; #1; endtask

  initial begin
    #1 `check(twice, 2)
    `check(comb.status(), process::WAITING)
    tick;
    `check(count, 1)
    `check(latched, 1)
    `check(ended, 1)
    a = 2;
    #1 `check(twice, 4)
    `check(changes, 1)
    comb.suspend();
    ff.suspend();
    `check(ff.status(), process::SUSPENDED)
    a = 3;
    tick;
    `check(twice, 4)
    `check(count, 1)
    `check(latched, 3)
    comb.resume();
    ff.resume();
    #1 `check(twice, 4)
    a = 4;
    tick;
    `check(twice, 8)
    `check(count, 2)
    ff.kill();
    tick;
    `check(count, 2)
    `check(ff.status(), process::KILLED)
    ff.await();
    `check(ended, 4)
    fork
      begin last.await(); ended = 100; end
    join_none
    a = 7;
    tick;
    `check(ended, 100)
    `check(last.status(), process::KILLED)
    star.kill();
    latch.kill();
    `check(changes, 4)
    a = 8;
    tick;
    `check(changes, 4)
    `check(latched, 7)
    `done
    $finish(0);
  end
endmodule
