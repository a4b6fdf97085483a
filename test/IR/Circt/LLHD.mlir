// RUN: sed -nE 's/^ *(%[^=]* = )?(llhd\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Every operation, written as it is printed.

func.func @signals(%arg0: i8, %arg1: !llhd.time, %arg2: i1, %arg3: i3, %arg4: !llhd.ref<i8>,
                   %arg5: !llhd.ref<!hw.array<8xi4>>,
                   %arg6: !llhd.ref<!hw.struct<a: i3, b: i5>>, %arg7: i64) {
  %0 = llhd.constant_time <1500ps, 2d, 1e>
  %1 = llhd.current_time
  %2 = llhd.time_to_int %arg1
  %3 = llhd.int_to_time %arg7
  %a = llhd.sig %arg0 : i8
  %4 = llhd.sig name "a" %arg0 : i8
  %5 = llhd.prb %arg4 : i8
  llhd.drv %arg4, %arg0 after %arg1 : i8
  llhd.drv %arg4, %arg0 after %arg1 if %arg2 : i8
  %6 = llhd.output %arg0 after %arg1 : i8
  %7 = llhd.output "o" %arg0 after %arg1 : i8
  %8 = llhd.delay %arg0 by <1ns, 0d, 0e> : i8
  %9 = llhd.get_global_signal @shared : <i1>
  %10 = llhd.sig.extract %arg4 from %arg3 : <i8> -> <i2>
  %11 = llhd.sig.array_slice %arg5 at %arg3 : <!hw.array<8xi4>> -> <!hw.array<3xi4>>
  %12 = llhd.sig.array_get %arg5[%arg3] : <!hw.array<8xi4>>
  %13 = llhd.sig.struct_extract %arg6["b"] : <!hw.struct<a: i3, b: i5>>
  return
}
llhd.global_signal @shared : i1 init {
  %true = hw.constant true
  llhd.yield %true : i1
}
llhd.global_signal @plain : i1

hw.module @processes(in %c : i1, in %t : !llhd.time) {
  llhd.process {
    llhd.wait ^bb1
  ^bb1:
    llhd.halt
  }
  %0:2 = llhd.process -> i1, i1 {
    llhd.wait yield (%c, %c : i1, i1), delay %t, (%c : i1), ^bb1(%c : i1)
  ^bb1(%2: i1):
    llhd.halt %2, %c : i1, i1
  }
  %1 = llhd.combinational -> i1 {
    llhd.yield %c : i1
  }
  llhd.final {
    llhd.halt
  }
}

llhd.coroutine @task(%arg0: i8) -> i8 {
  llhd.wait ^bb1
^bb1:
  %0 = llhd.call_coroutine @task(%arg0) : (i8) -> i8
  llhd.return %arg0 : i8
}
