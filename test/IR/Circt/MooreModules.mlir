// RUN: sed -nE 's/^ *(%[^=]* = )?(moore\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Modules, processes, declarations, written as they are printed.

moore.module @Top(in %a : !moore.l8, out b : !moore.l8) {
  %u.b = moore.instance "u" @Inner(a: %a: !moore.l8) -> (b: !moore.l8)
  %v = moore.variable : <l8>
  %w = moore.variable %a : <l8>
  %v_0 = moore.variable name "v" : <l8>
  %n = moore.net wire : <l8>
  %m = moore.net wor %a : <l8>
  %c = moore.assigned_variable %a : l8
  %0 = moore.constant_time 5 fs
  moore.assign %v, %a : l8
  moore.delayed_assign %w, %a, %0 : l8
  moore.procedure initial {
    moore.call_coroutine @task(%v) : (!moore.ref<l8>) -> ()
    moore.assert immediate %1 : i1
    moore.assume observed %1 label "sure" : i1
    moore.cover final %1 : i1
    moore.return
  }
  moore.procedure always_comb {
    moore.return
  }
  %1 = moore.constant 1 : i1
  %2 = moore.conditional %1 : i1 -> l8 {
    moore.yield %a : l8
  } {
    moore.yield %c : l8
  }
  moore.output %a : !moore.l8
}
moore.module private @Inner(in %a : !moore.l8, out b : !moore.l8) attributes {note} {
  moore.output %a : !moore.l8
}

moore.coroutine private @task(%arg0: !moore.ref<l8>) {
  %0 = moore.read %arg0 : <l8>
  %1 = moore.constant_time 5 fs
  %2 = moore.constant 1 : i1
  moore.wait_event {
    moore.detect_event any %0 : l8
    moore.detect_event posedge %0 if %2 : l8
  }
  moore.wait_level {
    moore.detect_level %2 : i1
  }
  moore.wait_delay %1
  moore.blocking_assign %arg0, %0 : l8
  moore.nonblocking_assign %arg0, %0 : l8
  moore.delayed_nonblocking_assign %arg0, %0, %1 : l8
  moore.fork join_any {
    moore.complete
  }, {
    moore.complete
  }
  moore.wait_fork
  moore.return
}
moore.coroutine @never() {
  moore.unreachable
}

moore.global_variable @shared : !moore.i8 init {
  %0 = moore.constant 3 : i8
  moore.yield %0 : i8
}
moore.global_variable @plain : !moore.queue<string, 0>
func.func @globals(%arg0: !moore.i8) {
  %0 = moore.get_global_variable @shared : <i8>
  %1:2 = moore.func.dpi.call @compute(%arg0, %arg0) : (!moore.i8, !moore.i8) -> (!moore.i8, !moore.i1)
  return
}
moore.func.dpi private @compute(in %a : !moore.i8, inout %b : !moore.i8, return r : !moore.i1)
moore.func.dpi @other(out o : !moore.string) attributes {verilogName = "otherC"}
