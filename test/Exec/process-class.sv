// The class process without other classes: self, status, await, kill, suspend, resume, random
// states (IEEE 1800-2023 9.7, 18.13).
// No oracle: Icarus Verilog has no such class.
// RUN: %run-tiers -I %S/Inputs %s | FileCheck %s --implicit-check-not=FAIL
// CHECK: {{^PASS$}}
`include "check.svh"
module test;
  int errors = 0;
  process main, worker, sleeper, watcher, jobs[];
  std::process nobody;
  int steps = 0, edges = 0, finished = 0;
  logic clk = 0, go = 0;
  event never;
  string state;
  int first, second;

  function automatic process::state stateOf(process p);
    return p.status();
  endfunction

  task automatic start(int n);
    jobs = new[n];
    foreach (jobs[i])
      fork
        automatic int k = i;
        begin
          jobs[k] = process::self();
          #(k + 1) finished = finished * 10 + k;
        end
      join_none
    foreach (jobs[i]) wait (jobs[i] != null);
  endtask

  initial begin
    main = process::self();
    `check(main == process::self(), 1'b1)
    `check(main == std::process::self, 1'b1)
    `check(process::KILLED, std::process::KILLED)
    `check(nobody == null, 1'b1)
    `check(main ? 1 : 0, 1)
    `check(main.status(), process::RUNNING)

    // await: the end of another process, also of one that has ended.
    start(3);
    `check(jobs[1].status, process::WAITING)
    jobs[1].await();
    `check($time, 64'd2)
    `check(finished, 1)
    `check(jobs[0].status(), process::FINISHED)
    `check(stateOf(jobs[1]), process::FINISHED)
    `check(stateOf(jobs[2]), process::WAITING)
    jobs[1].await();
    `check($time, 64'd2)

    // kill takes the descendants along and wakes who awaits the process.
    fork
      begin
        worker = process::self();
        fork
          #5 steps = 100;
        join_none
        @never;
        steps = 200;
      end
      begin
        wait (worker != null);
        worker.await();
        `check($time, 64'd3)
        steps++;
      end
      #1 worker.kill();
    join
    `check(worker.status(), process::KILLED)
    `check(jobs[2].status(), process::FINISHED)
    worker.kill();
    #10;
    `check(steps, 1)
    `check(finished, 12)

    // A process that suspends itself goes on behind the call; a delay goes on counting.
    fork
      begin
        sleeper = process::self();
        sleeper.suspend();
        steps = 10;
        #4 steps = 11;
      end
    join_none
    #1;
    `check(sleeper.status(), process::SUSPENDED)
    `check(steps, 1)
    sleeper.resume();
    `check(sleeper.status(), process::RUNNING)
    #1;
    `check(steps, 10)
    sleeper.suspend();
    sleeper.suspend();
    #9;
    `check(steps, 10)
    `check(sleeper.status(), process::SUSPENDED)
    sleeper.resume();
    sleeper.await();
    `check(steps, 11)
    `check($time, 64'd24)

    // Edges pass a suspended process by, a condition that has become true does not.
    fork
      begin
        watcher = process::self();
        forever @(posedge clk) edges++;
      end
      begin
        sleeper = process::self();
        wait (go) steps = 20;
      end
    join_none
    #1 clk = 1;
    #1 clk = 0;
    `check(edges, 1)
    watcher.suspend();
    sleeper.suspend();
    #1 clk = 1;
    #1 clk = 0;
    go = 1;
    #1 go = 0;
    go = 1;
    `check(edges, 1)
    watcher.resume();
    sleeper.resume();
    #1 clk = 1;
    #1;
    `check(edges, 2)
    `check(steps, 20)
    watcher.kill();

    // A process that was just woken is still stopped.
    fork
      begin
        sleeper = process::self();
        @(negedge clk) steps = 30;
      end
    join_none
    #1 clk = 0;
    sleeper.suspend();
    #1;
    `check(steps, 20)
    sleeper.resume();
    sleeper.await();
    `check(steps, 30)

    // disable and disable fork kill.
    fork : block
      begin
        worker = process::self();
        #5;
      end
    join_none
    #1 disable fork;
    `check(worker.status(), process::KILLED)

    state = main.get_randstate();
    first = $urandom;
    main.set_randstate(state);
    second = $urandom;
    `check(first, second)
    main.srandom(17);
    first = $urandom;
    main.srandom(17);
    second = $urandom;
    `check(first, second)
    `done
    main.kill();
    `check(1, 0)
  end

  // Without a stack of its own.
  process fixed;
  logic woken;
  always_comb begin
    fixed = process::self();
    if (go) woken = 1;
  end
  initial #100 begin
    `check(fixed != null, 1'b1)
    `check(fixed.status(), process::WAITING)
    `check(main.status(), process::KILLED)
  end
endmodule
