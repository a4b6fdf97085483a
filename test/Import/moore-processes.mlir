// Procedures of all kinds, event controls, delays, nonblocking assignments, forks.
// RUN: %run-tiers %s | FileCheck %s
// RUN: %circt-sim --dump-ir %s | FileCheck %s --check-prefix=IR

// A wait at the head for constant places, and no other, makes a static process.
// IR: csim.process always_ff "always_ff" static sensitivity [#csim.event_term<@clk, posedge>, #csim.event_term<@rst, negedge>]
// IR: csim.process always "always" static sensitivity [#csim.event_term<@bus, posedge bits(2, 1)>]
// IR: csim.process always_comb "always_comb" static run_at_start sensitivity [#csim.event_term<@q, any>, #csim.event_term<@parts, any bits(0, 1)>]
// IR-NOT: static
// IR: csim.process always "always"

moore.module @tb() {
  %nl = moore.fmt.literal "\0A"
  %sp = moore.fmt.literal " "
  %c0 = moore.constant 0 : l1
  %c1 = moore.constant 1 : l1
  %one = moore.constant 1 : i8
  %clk = moore.variable %c0 : <l1>
  %rst = moore.variable %c1 : <l1>
  %en = moore.variable %c0 : <l1>
  %q = moore.variable : <i8>
  %edges = moore.variable : <i8>
  %bus = moore.variable : <l4>
  %comb = moore.variable : <i8>
  %parts = moore.variable : <l2>
  %general = moore.variable : <i8>
  %ev = moore.variable : <event>
  %d1 = moore.constant_time 1000000 fs
  %d2 = moore.constant_time 2000000 fs
  %d10 = moore.constant_time 10000000 fs

  moore.procedure always_ff {
    moore.wait_event {
      %0 = moore.read %clk : <l1>
      moore.detect_event posedge %0 : l1
      %1 = moore.read %rst : <l1>
      moore.detect_event negedge %1 : l1
    }
    %2 = moore.read %q : <i8>
    %3 = moore.add %2, %one : i8
    moore.nonblocking_assign %q, %3 : i8
    moore.return
  }
  // With a condition, on a bit.
  moore.procedure always {
    moore.wait_event {
      %0 = moore.read %bus : <l4>
      %1 = moore.extract %0 from 2 : l4 -> l1
      %2 = moore.read %en : <l1>
      %3 = moore.logic_to_int %2 : l1
      moore.detect_event posedge %1 if %3 : l1
    }
    %4 = moore.read %edges : <i8>
    %5 = moore.add %4, %one : i8
    moore.blocking_assign %edges, %5 : i8
    moore.return
  }
  // Not sensitive to what it writes; parts[0] it reads, parts[1] it writes.
  moore.procedure always_comb {
    %0 = moore.read %q : <i8>
    %1 = moore.add %0, %0 : i8
    moore.blocking_assign %comb, %1 : i8
    %2 = moore.read %comb : <i8>
    %3 = moore.read %parts : <l2>
    %4 = moore.extract %3 from 0 : l2 -> l1
    %5 = moore.extract_ref %parts from 1 : <l2> -> <l1>
    moore.blocking_assign %5, %4 : l1
    moore.return
  }
  // An expression, or an edge with a condition among others.
  moore.procedure always {
    moore.wait_event {
      %0 = moore.read %bus : <l4>
      %1 = moore.reduce_xor %0 : l4 -> l1
      moore.detect_event any %1 : l1
      %2 = moore.read %clk : <l1>
      %3 = moore.read %en : <l1>
      %4 = moore.logic_to_int %3 : l1
      moore.detect_event negedge %2 if %4 : l1
    }
    %5 = moore.read %general : <i8>
    %6 = moore.add %5, %one : i8
    moore.blocking_assign %general, %6 : i8
    moore.return
  }
  // A clock.
  %stop = moore.variable %c0 : <l1>
  moore.procedure always {
    moore.wait_delay %d1
    %0 = moore.read %clk : <l1>
    %1 = moore.not %0 : l1
    %2 = moore.read %stop : <l1>
    %3 = moore.logic_to_int %2 : l1
    %4 = moore.to_builtin_int %3 : i1
    cf.cond_br %4, ^bb2, ^bb1
  ^bb1:
    moore.blocking_assign %clk, %1 : l1
    moore.return
  ^bb2:
    moore.wait_level {
      moore.detect_level %c0 : l1
    }
    moore.return
  }
  moore.procedure initial {
    // q counts at 1, 3, and at the falling edge of the reset at 4.
    // CHECK: 3 0 6 00 0
    %p0 = moore.constant 0 : l2
    moore.blocking_assign %parts, %p0 : l2
    moore.wait_delay %d2
    moore.wait_delay %d2
    moore.blocking_assign %rst, %c0 : l1
    moore.blocking_assign %stop, %c1 : l1
    moore.wait_delay %d1
    moore.call_coroutine @show(%q, %edges, %comb, %parts, %general) : (!moore.ref<i8>, !moore.ref<i8>, !moore.ref<i8>, !moore.ref<l2>, !moore.ref<i8>) -> ()
    // The parity goes from x to 1, 0, 1; the third bit rises twice, once enabled.
    // CHECK-NEXT: 3 1 6 11 3
    %b4 = moore.constant 4 : l4
    %b3 = moore.constant 3 : l4
    %b7 = moore.constant 7 : l4
    %p1 = moore.constant 1 : l2
    moore.blocking_assign %bus, %b4 : l4
    moore.wait_delay %d1
    moore.blocking_assign %bus, %b3 : l4
    moore.blocking_assign %en, %c1 : l1
    moore.wait_delay %d1
    moore.blocking_assign %bus, %b7 : l4
    moore.blocking_assign %parts, %p1 : l2
    moore.wait_delay %d1
    moore.call_coroutine @show(%q, %edges, %comb, %parts, %general) : (!moore.ref<i8>, !moore.ref<i8>, !moore.ref<i8>, !moore.ref<l2>, !moore.ref<i8>) -> ()

    // A branch that outlives the fork sees the variable; the rest waits for all.
    // CHECK-NEXT: 1 at 8
    // CHECK-NEXT: 3 at 10
    // CHECK-NEXT: 7 at 18
    %k = moore.variable %one : <i8>
    %two = moore.constant 2 : i8
    %four = moore.constant 4 : i8
    moore.call_coroutine @at(%k) : (!moore.ref<i8>) -> ()
    moore.fork join_any {
      moore.wait_delay %d2
      %0 = moore.read %k : <i8>
      %1 = moore.add %0, %two : i8
      moore.blocking_assign %k, %1 : i8
      moore.complete
    }, {
      moore.wait_delay %d10
      %0 = moore.read %k : <i8>
      %1 = moore.add %0, %four : i8
      moore.blocking_assign %k, %1 : i8
      moore.complete
    }
    moore.call_coroutine @at(%k) : (!moore.ref<i8>) -> ()
    moore.wait_fork
    moore.call_coroutine @at(%k) : (!moore.ref<i8>) -> ()

    // Nonblocking, later, and a wait for a level.
    // CHECK-NEXT: 7 at 18
    // CHECK-NEXT: 9 at 20
    %nine = moore.constant 9 : i8
    moore.delayed_nonblocking_assign %q, %nine, %d2 : i8
    moore.blocking_assign %q, %two : i8
    moore.call_coroutine @at(%k) : (!moore.ref<i8>) -> ()
    moore.wait_level {
      %0 = moore.read %q : <i8>
      %1 = moore.eq %0, %nine : i8 -> i1
      moore.detect_level %1 : i1
    }
    moore.call_coroutine @at(%q) : (!moore.ref<i8>) -> ()
    moore.builtin.finish 0
    moore.unreachable
  }
  // CHECK-NEXT: end
  moore.procedure final {
    %0 = moore.fmt.literal "end\0A"
    moore.builtin.display %0
    moore.return
  }
  moore.output
}

moore.coroutine private @at(%k: !moore.ref<i8>) {
  %0 = moore.read %k : <i8>
  %1 = moore.builtin.time
  %2 = moore.time_to_logic %1
  %3 = moore.constant 1000000 : l64
  %4 = moore.divu %2, %3 : l64
  %5 = moore.fmt.int decimal %0, align right, pad space width 0 : i8
  %6 = moore.fmt.int decimal %4, align right, pad zero width 20 : l64
  %7 = moore.fmt.literal " at "
  %8 = moore.fmt.literal "\0A"
  %9 = moore.fmt.concat (%5, %7, %6, %8)
  moore.builtin.display %9
  moore.return
}
moore.coroutine private @show(%a: !moore.ref<i8>, %b: !moore.ref<i8>, %c: !moore.ref<i8>, %d: !moore.ref<l2>, %e: !moore.ref<i8>) {
  %sp = moore.fmt.literal " "
  %nl = moore.fmt.literal "\0A"
  %0 = moore.read %a : <i8>
  %1 = moore.read %b : <i8>
  %2 = moore.read %c : <i8>
  %3 = moore.read %d : <l2>
  %4 = moore.read %e : <i8>
  %f0 = moore.fmt.int decimal %0, align right, pad space width 0 : i8
  %f1 = moore.fmt.int decimal %1, align right, pad space width 0 : i8
  %f2 = moore.fmt.int decimal %2, align right, pad space width 0 : i8
  %f3 = moore.fmt.int binary %3, align right, pad zero : l2
  %f4 = moore.fmt.int decimal %4, align right, pad space width 0 : i8
  %all = moore.fmt.concat (%f0, %sp, %f1, %sp, %f2, %sp, %f3, %sp, %f4, %nl)
  moore.builtin.display %all
  moore.return
}
