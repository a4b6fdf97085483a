// What a front end makes of a state machine that calls a function.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: T: acc=2041469604 n=200 cyc=601

module {
  moore.module @tb() {
    %0 = moore.constant -4 : i3
    %1 = moore.constant 199 : i32
    %2 = moore.constant 3 : i3
    %3 = moore.constant 2 : i3
    %4 = moore.constant 7 : i32
    %5 = moore.constant 31 : i32
    %6 = moore.constant 13 : i32
    %7 = moore.constant 77 : i32
    %8 = moore.constant 1 : i3
    %9 = moore.constant 1 : i32
    %10 = moore.constant 0 : i32
    %11 = moore.constant 0 : i16
    %12 = moore.constant 0 : i3
    %13 = moore.constant_time 2000000 fs
    %14 = moore.constant 0 : i1
    %clk = moore.variable %14 : <i1>
    %st = moore.variable %12 : <i3>
    %a = moore.variable %11 : <i16>
    %b = moore.variable %11 : <i16>
    %acc = moore.variable %10 : <i32>
    %prod = moore.variable %10 : <i32>
    %n = moore.variable %10 : <i32>
    %cyc = moore.variable %10 : <i32>
    moore.procedure always {
      moore.wait_delay %13
      %15 = moore.read %clk : <i1>
      %16 = moore.not %15 : i1
      moore.blocking_assign %clk, %16 : i1
      moore.return
    }
    moore.procedure always_ff {
      moore.wait_event {
        %58 = moore.read %clk : <i1>
        moore.detect_event posedge %58 : i1
      }
      %15 = moore.read %cyc : <i32>
      %16 = moore.add %15, %9 : i32
      moore.nonblocking_assign %cyc, %16 : i32
      %17 = moore.read %st : <i3>
      %18 = moore.case_eq %17, %12 : i3
      %19 = moore.to_builtin_int %18 : i1
      cf.cond_br %19, ^bb1, ^bb2
    ^bb1:  // pred: ^bb0
      moore.nonblocking_assign %st, %8 : i3
      cf.br ^bb10
    ^bb2:  // pred: ^bb0
      %20 = moore.case_eq %17, %8 : i3
      %21 = moore.to_builtin_int %20 : i1
      cf.cond_br %21, ^bb3, ^bb4
    ^bb3:  // pred: ^bb2
      %22 = moore.read %n : <i32>
      %23 = moore.mul %22, %7 : i32
      %24 = moore.add %23, %6 : i32
      %25 = moore.trunc %24 : i32 -> i16
      moore.nonblocking_assign %a, %25 : i16
      %26 = moore.read %n : <i32>
      %27 = moore.mul %26, %5 : i32
      %28 = moore.add %27, %4 : i32
      %29 = moore.trunc %28 : i32 -> i16
      moore.nonblocking_assign %b, %29 : i16
      moore.nonblocking_assign %st, %3 : i3
      cf.br ^bb10
    ^bb4:  // pred: ^bb2
      %30 = moore.case_eq %17, %3 : i3
      %31 = moore.to_builtin_int %30 : i1
      cf.cond_br %31, ^bb5, ^bb6
    ^bb5:  // pred: ^bb4
      %32 = moore.read %a : <i16>
      %33 = moore.read %b : <i16>
      %34 = func.call @shadd(%32, %33) : (!moore.i16, !moore.i16) -> !moore.i32
      moore.nonblocking_assign %prod, %34 : i32
      moore.nonblocking_assign %st, %2 : i3
      cf.br ^bb10
    ^bb6:  // pred: ^bb4
      %35 = moore.case_eq %17, %2 : i3
      %36 = moore.to_builtin_int %35 : i1
      cf.cond_br %36, ^bb7, ^bb8
    ^bb7:  // pred: ^bb6
      %37 = moore.read %acc : <i32>
      %38 = moore.read %prod : <i32>
      %39 = moore.add %37, %38 : i32
      moore.nonblocking_assign %acc, %39 : i32
      %40 = moore.read %n : <i32>
      %41 = moore.add %40, %9 : i32
      moore.nonblocking_assign %n, %41 : i32
      %42 = moore.read %n : <i32>
      %43 = moore.eq %42, %1 : i32 -> i1
      %44 = moore.conditional %43 : i1 -> i3 {
        moore.yield %0 : i3
      } {
        moore.yield %8 : i3
      }
      moore.nonblocking_assign %st, %44 : i3
      cf.br ^bb10
    ^bb8:  // pred: ^bb6
      %45 = moore.case_eq %17, %0 : i3
      %46 = moore.to_builtin_int %45 : i1
      cf.cond_br %46, ^bb9, ^bb10
    ^bb9:  // pred: ^bb8
      %47 = moore.fmt.literal "T: acc="
      %48 = moore.read %acc : <i32>
      %49 = moore.fmt.int decimal %48, align right, pad space width 0 : i32
      %50 = moore.fmt.literal " n="
      %51 = moore.read %n : <i32>
      %52 = moore.fmt.int decimal %51, align right, pad space width 0 signed : i32
      %53 = moore.fmt.literal " cyc="
      %54 = moore.read %cyc : <i32>
      %55 = moore.fmt.int decimal %54, align right, pad space width 0 signed : i32
      %56 = moore.fmt.literal "\0A"
      %57 = moore.fmt.concat (%47, %49, %50, %52, %53, %55, %56)
      moore.builtin.display %57
      moore.builtin.finish_message false
      moore.builtin.finish 0
      moore.unreachable
    ^bb10:  // 5 preds: ^bb1, ^bb3, ^bb5, ^bb7, ^bb8
      moore.return
    }
    moore.output
  }
  func.func private @shadd(%arg0: !moore.i16, %arg1: !moore.i16) -> !moore.i32 {
    %0 = moore.constant 1 : i32
    %1 = moore.constant 0 : i16
    %2 = moore.constant 16 : i32
    %3 = moore.constant 0 : i32
    cf.br ^bb1(%3, %3 : !moore.i32, !moore.i32)
  ^bb1(%4: !moore.i32, %5: !moore.i32):  // 2 preds: ^bb0, ^bb4
    %6 = moore.slt %5, %2 : i32 -> i1
    %7 = moore.to_builtin_int %6 : i1
    cf.cond_br %7, ^bb2, ^bb5
  ^bb2:  // pred: ^bb1
    %8 = moore.dyn_extract %arg1 from %5 : i16, i32 -> i1
    %9 = moore.to_builtin_int %8 : i1
    cf.cond_br %9, ^bb3, ^bb4(%4 : !moore.i32)
  ^bb3:  // pred: ^bb2
    %10 = moore.concat %1, %arg0 : (!moore.i16, !moore.i16) -> i32
    %11 = moore.shl %10, %5 : i32, i32
    %12 = moore.add %4, %11 : i32
    cf.br ^bb4(%12 : !moore.i32)
  ^bb4(%13: !moore.i32):  // 2 preds: ^bb2, ^bb3
    %14 = moore.add %5, %0 : i32
    cf.br ^bb1(%13, %14 : !moore.i32, !moore.i32)
  ^bb5:  // pred: ^bb1
    return %4 : !moore.i32
  }
}
