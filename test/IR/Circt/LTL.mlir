// RUN: sed -nE 's/^ *(%[^=]* = )?(ltl\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Every operation, written as it is printed.

func.func @sequences(%arg0: i1, %arg1: i1, %arg2: !ltl.sequence, %arg3: !ltl.property) {
  %0 = ltl.and %arg0, %arg1 : i1, i1
  %1 = ltl.and %arg0, %arg2 : i1, !ltl.sequence
  %2 = ltl.or %arg3, %arg2 : !ltl.property, !ltl.sequence
  %3 = ltl.intersect %arg2, %arg2 : !ltl.sequence, !ltl.sequence
  %4 = ltl.clock %arg2, posedge %arg0 : !ltl.sequence
  %5 = ltl.clock %arg3, negedge %arg0 : !ltl.property
  %6 = ltl.clocked_atom %arg0, edge %arg1 : i1
  %7 = ltl.weak %arg2 : !ltl.sequence
  %8 = ltl.strong %arg2 : !ltl.sequence
  %9 = ltl.delay %arg2, 2, 1 : !ltl.sequence
  %10 = ltl.delay %arg0, 2 : i1
  %11 = ltl.clocked_delay %arg2, posedge %arg0, 3 : !ltl.sequence
  %12 = ltl.clocked_delay %arg2, negedge %arg0, 3, 4 : !ltl.sequence
  %13 = ltl.concat %arg0, %arg2 : i1, !ltl.sequence
  %14 = ltl.repeat %arg2, 1 : !ltl.sequence
  %15 = ltl.repeat %arg2, 1, 2 : !ltl.sequence
  %16 = ltl.goto_repeat %arg2, 1, 2 : !ltl.sequence
  %17 = ltl.non_consecutive_repeat %arg2, 1, 2 : !ltl.sequence
  return
}

func.func @properties(%arg0: i1, %arg1: !ltl.sequence, %arg2: !ltl.property, %arg3: i8) {
  %0 = ltl.past %arg3, 2 clk %arg0 : i8
  %1 = ltl.past %arg0, 1 : i1
  %2 = ltl.sampled %arg3 : i8
  %3 = ltl.boolean_constant true
  %4 = ltl.not %arg1 : !ltl.sequence
  %5 = ltl.implication %arg1, %arg2 : !ltl.sequence, !ltl.property
  %6 = ltl.until %arg2, %arg0 : !ltl.property, i1
  %7 = ltl.eventually %arg2 : !ltl.property
  return
}
