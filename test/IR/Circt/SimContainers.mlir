// RUN: sed -nE 's/^ *(%[^=]* = )?(sim\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Queues and associative arrays, written as they are printed.

func.func @queues(%arg0: !sim.queue<i8, 4>, %arg1: i8, %arg2: i32, %arg3: !hw.array<3xi8>) {
  %0 = sim.queue.empty : <i8, 0>
  %1 = sim.queue.cmp eq %arg0, %arg0 : <i8, 4>
  %2 = sim.queue.size %arg0 : <i8, 4>
  %3 = sim.queue.push_back %arg1 into %arg0 : <i8, 4>
  %4 = sim.queue.push_front %arg1 into %arg0 : <i8, 4>
  %outQueue, %popped = sim.queue.pop_back from %arg0 : <i8, 4>
  %5:2 = sim.queue.pop_front from %arg0 : <i8, 4>
  %6 = sim.queue.delete index %arg2 of %arg0 : <i8, 4>
  %7 = sim.queue.insert %arg1 into %arg0 at %arg2 : <i8, 4>
  %8 = sim.queue.set %arg0[%arg2] = %arg1 : <i8, 4>
  %9 = sim.queue.get %arg2 of %arg0 : <i8, 4>
  %10 = sim.queue.slice %arg0 from %arg2 to %arg2 : <i8, 4>
  %11 = sim.queue.resize %arg0 : <i8, 4> -> <i8, 9>
  %12 = sim.queue.from_array %arg3 : !hw.array<3xi8> -> <i8, 0>
  %13 = sim.queue.concat (%arg0, %arg0) : (!sim.queue<i8, 4>, !sim.queue<i8, 4>) <i8, 0>
  return
}

func.func @arrays(%arg0: !sim.assoc_array<i8, i16>, %arg1: i8, %arg2: i16) {
  %0 = sim.assoc_array.empty : <i8, i16>
  %1 = sim.assoc_array.cmp ne %arg0, %arg0 : <i8, i16>
  %2 = sim.assoc_array.get %arg0[%arg2] : <i8, i16>
  %3 = sim.assoc_array.set %arg0[%arg2] = %arg1 : <i8, i16>
  %4 = sim.assoc_array.delete index %arg2 of %arg0 : <i8, i16>
  %5 = sim.assoc_array.size %arg0 : <i8, i16>
  %6 = sim.assoc_array.exists %arg2 in %arg0 : <i8, i16>
  %7:2 = sim.assoc_array.first %arg0 : <i8, i16>
  %8:2 = sim.assoc_array.last %arg0 : <i8, i16>
  %9:2 = sim.assoc_array.next %arg0[%arg2] : <i8, i16>
  %10:2 = sim.assoc_array.prev %arg0[%arg2] : <i8, i16>
  return
}
