// A process that is suspended while it waits is not sensitive: changes and events of that time
// are lost; a condition is looked at again, and a delay has run on (IEEE 1800-2023 9.7).
// No oracle: Icarus Verilog has no class process.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  process onChange, onEither, onSum, onCondition, onDelay, onEvent;
  int a = 0, b = 0, changes = 0, sums = 0, events = 0;
  bit ready = 0, isReady = 0, isOver = 0;
  event e;
  initial fork
    begin onChange = process::self(); forever @(a) changes++; end
    begin onSum = process::self(); forever @(a + b) sums++; end
    begin onEvent = process::self(); forever @e events++; end
    begin onCondition = process::self(); wait (ready); isReady = 1; end
    begin onDelay = process::self(); #10 isOver = 1; end
  join_none
  task automatic suspendAll;
    onChange.suspend(); onSum.suspend(); onEvent.suspend(); onCondition.suspend(); onDelay.suspend();
  endtask
  task automatic resumeAll;
    onChange.resume(); onSum.resume(); onEvent.resume(); onCondition.resume(); onDelay.resume();
  endtask
  initial begin
    #1 a = 1; ->e;
    #1 `check(changes, 1)
    `check(sums, 1)
    `check(events, 1)
    suspendAll;
    #1 a = 2; ->e;
    ready = 1;
    #12 `check(changes, 1)
    `check(onChange.status(), process::SUSPENDED)
    resumeAll;
    #1 `check(changes, 1)
    `check(sums, 1)
    `check(events, 1)
    `check(isReady, 1)
    `check(isOver, 1)
    `check(onChange.status(), process::WAITING)
    a = 3; ->e;
    #1 `check(changes, 2)
    `check(sums, 2)
    `check(events, 2)
    `done
    $finish(0);
  end
endmodule
