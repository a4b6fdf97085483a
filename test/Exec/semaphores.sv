// Semaphores: keys, the order of those who wait (IEEE 1800-2023 15.3).
// No oracle: Icarus Verilog has no such class.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  semaphore bus = new(1), keys = new, many;
  int busy = 0, most = 0;
  string log;

  task automatic transfer(string who, int length);
    bus.get();
    busy++;
    if (busy > most) most = busy;
    log = {log, who};
    #(length);
    busy--;
    bus.put();
  endtask

  initial begin
    fork
      transfer("a", 3);
      transfer("b", 2);
      transfer("c", 1);
    join
    `checkString(log, "abc")
    `check(most, 1)
    `check($time, 64'd6)
    `check(keys.try_get(), 0)
    keys.put(3);
    `check(keys.try_get(4), 0)
    `check(keys.try_get(2), 1)
    keys.get;
    `check(keys.try_get, 0)
    `check(keys.try_get(0), 1)

    // The first in the line needs more keys than there are: the others wait behind it.
    many = new(2);
    log = "";
    fork
      begin
        many.get(3);
        log = {log, "x"};
      end
      begin
        #1 many.get(1);
        log = {log, "y"};
      end
      begin
        #2 `check(many.try_get(1), 0)
        many.put();
        #1 `checkString(log, "x")
        many.put(1);
      end
    join
    `checkString(log, "xy")
    `check(many.try_get(), 0)
    `done
  end
endmodule
