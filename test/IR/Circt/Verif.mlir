// RUN: sed -nE 's/^ *(%[^=]* = )?(verif\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Every operation, written as it is printed.

func.func @checks(%arg0: i1, %arg1: !ltl.property, %arg2: !ltl.sequence, %arg3: !hw.string,
                  %arg4: i8, %arg5: i32) {
  verif.assert %arg1 : !ltl.property
  verif.assume %arg0 if %arg0 : i1
  verif.cover %arg2 if %arg0 label "seen" : !ltl.sequence
  verif.clocked_assert %arg1, posedge %arg0 : !ltl.property
  verif.clocked_assume %arg0 if %arg0, negedge %arg0 : i1
  verif.clocked_cover %arg2 if %arg0, edge %arg0 label "seen" : !ltl.sequence
  %0 = verif.format_verilog_string "a=%d"(%arg4) : i8
  verif.print %arg3
  %1 = verif.has_been_reset %arg0, async %arg0
  %2 = verif.has_been_reset %arg0, sync %arg0
  verif.bmc.trace %arg5, "x", %arg4 : i32, i8
  %3 = verif.contract %arg4 : i8 {
    verif.require %arg0 : i1
    verif.ensure %arg0 if %arg0 label "kept" : i1
  }
  verif.contract {
  }
  return
}

func.func @circuits() {
  %0 = verif.lec : i1 first {
  ^bb0(%arg0: i8):
    verif.yield %arg0 : i8
  } second {
  ^bb0(%arg0: i8):
    verif.yield %arg0 : i8
  }
  verif.refines first {
  } second {
  }
  %1 = verif.bmc bound 10 num_regs 1 initial_values [unit] init {
    %false = hw.constant false
    %2 = seq.to_clock %false
    verif.yield %2 : !seq.clock
  } loop {
  ^bb0(%arg0: !seq.clock):
    verif.yield %arg0 : !seq.clock
  } circuit {
  ^bb0(%arg0: !seq.clock, %arg1: i8):
    verif.yield %arg1 : i8
  }
  return
}

verif.formal @Proof {depth = 3 : i64} {
  %x = verif.symbolic_value : i8
  %0 = verif.symbolic_value name "x" : i8
}
verif.simulation @Run {} {
^bb0(%clock: !seq.clock, %init: i1):
  verif.yield %init, %init : i1, i1
}
