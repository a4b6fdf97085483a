// What a front end makes of a counter and its test bench.
// RUN: %run-tiers %s | FileCheck %s

// CHECK: T: 103 q=30
// CHECK-NEXT: T: 203 q=60
// CHECK-NEXT: T: 303 q=90
// CHECK-NEXT: T: 403 q=120
// CHECK-NEXT: T: 503 q=138
// CHECK-NEXT: T: 603 q=168
// CHECK-NEXT: T: 703 q=198
// CHECK-NEXT: T: 803 q=24
// CHECK-NEXT: T: 903 q=54
// CHECK-NEXT: T: 1003 q=84
// CHECK-NEXT: T: end 84

module {
  moore.module private @counter(in %clk : !moore.i1, in %rst : !moore.i1, in %en : !moore.i1, out q : !moore.i8) {
    %0 = moore.constant 3 : i32
    %1 = moore.constant 0 : i8
    %clk_0 = moore.net name "clk" wire : <i1>
    %rst_1 = moore.net name "rst" wire : <i1>
    %en_2 = moore.net name "en" wire : <i1>
    %q = moore.variable : <i8>
    moore.procedure always_ff {
      moore.wait_event {
        %11 = moore.read %clk_0 : <i1>
        moore.detect_event posedge %11 : i1
      }
      %3 = moore.read %rst_1 : <i1>
      %4 = moore.to_builtin_int %3 : i1
      cf.cond_br %4, ^bb1, ^bb2
    ^bb1:  // pred: ^bb0
      moore.nonblocking_assign %q, %1 : i8
      cf.br ^bb4
    ^bb2:  // pred: ^bb0
      %5 = moore.read %en_2 : <i1>
      %6 = moore.to_builtin_int %5 : i1
      cf.cond_br %6, ^bb3, ^bb4
    ^bb3:  // pred: ^bb2
      %7 = moore.read %q : <i8>
      %8 = moore.zext %7 : i8 -> i32
      %9 = moore.add %8, %0 : i32
      %10 = moore.trunc %9 : i32 -> i8
      moore.nonblocking_assign %q, %10 : i8
      cf.br ^bb4
    ^bb4:  // 3 preds: ^bb1, ^bb2, ^bb3
      moore.return
    }
    moore.assign %clk_0, %clk : i1
    moore.assign %rst_1, %rst : i1
    moore.assign %en_2, %en : i1
    %2 = moore.read %q : <i8>
    moore.output %2 : !moore.i8
  }
  moore.module @tb() {
    %0 = moore.constant 1 : i32
    %1 = moore.constant 71 : i32
    %2 = moore.constant 70 : i32
    %3 = moore.constant 44 : i32
    %4 = moore.constant 40 : i32
    %5 = moore.constant 1000000 : l64
    %6 = moore.constant 9 : l32
    %7 = moore.constant 10 : l32
    %8 = moore.constant_time 5000000 fs
    %9 = moore.constant 100 : i32
    %10 = moore.constant 0 : i32
    %11 = moore.constant_time 3000000 fs
    %12 = moore.constant 1 : i1
    %13 = moore.constant 0 : i1
    %clk = moore.variable %13 : <i1>
    %rst = moore.variable %12 : <i1>
    %en = moore.variable %13 : <i1>
    %q = moore.variable : <i8>
    %14 = moore.read %clk : <i1>
    %15 = moore.read %rst : <i1>
    %16 = moore.read %en : <i1>
    %dut.q = moore.instance "dut" @counter(clk: %14: !moore.i1, rst: %15: !moore.i1, en: %16: !moore.i1) -> (q: !moore.i8)
    moore.assign %q, %dut.q : i8
    moore.procedure initial {
      moore.wait_delay %11
      moore.blocking_assign %rst, %13 : i1
      moore.blocking_assign %en, %12 : i1
      cf.br ^bb1(%10 : !moore.i32)
    ^bb1(%17: !moore.i32):  // 2 preds: ^bb0, ^bb12
      %18 = moore.slt %17, %9 : i32 -> i1
      %19 = moore.to_builtin_int %18 : i1
      cf.cond_br %19, ^bb2, ^bb13
    ^bb2:  // pred: ^bb1
      moore.wait_delay %8
      moore.blocking_assign %clk, %12 : i1
      moore.wait_delay %8
      moore.blocking_assign %clk, %13 : i1
      %20 = moore.int_to_logic %17 : i32
      %21 = moore.mods %20, %7 : l32
      %22 = moore.eq %21, %6 : l32 -> l1
      %23 = moore.logic_to_int %22 : l1
      %24 = moore.to_builtin_int %23 : i1
      cf.cond_br %24, ^bb3, ^bb4
    ^bb3:  // pred: ^bb2
      %25 = moore.fmt.literal "T: "
      %26 = moore.builtin.time
      %27 = moore.time_to_logic %26
      %28 = moore.divu %27, %5 : l64
      %29 = moore.logic_to_int %28 : l64
      %30 = moore.fmt.int decimal %29, align right, pad zero width 20 : i64
      %31 = moore.fmt.literal " q="
      %32 = moore.read %q : <i8>
      %33 = moore.fmt.int decimal %32, align right, pad space width 0 : i8
      %34 = moore.fmt.literal "\0A"
      %35 = moore.fmt.concat (%25, %30, %31, %33, %34)
      moore.builtin.display %35
      cf.br ^bb4
    ^bb4:  // 2 preds: ^bb2, ^bb3
      %36 = moore.eq %17, %4 : i32 -> i1
      %37 = moore.to_builtin_int %36 : i1
      cf.cond_br %37, ^bb5, ^bb6
    ^bb5:  // pred: ^bb4
      moore.blocking_assign %en, %13 : i1
      cf.br ^bb6
    ^bb6:  // 2 preds: ^bb4, ^bb5
      %38 = moore.eq %17, %3 : i32 -> i1
      %39 = moore.to_builtin_int %38 : i1
      cf.cond_br %39, ^bb7, ^bb8
    ^bb7:  // pred: ^bb6
      moore.blocking_assign %en, %12 : i1
      cf.br ^bb8
    ^bb8:  // 2 preds: ^bb6, ^bb7
      %40 = moore.eq %17, %2 : i32 -> i1
      %41 = moore.to_builtin_int %40 : i1
      cf.cond_br %41, ^bb9, ^bb10
    ^bb9:  // pred: ^bb8
      moore.blocking_assign %rst, %12 : i1
      cf.br ^bb10
    ^bb10:  // 2 preds: ^bb8, ^bb9
      %42 = moore.eq %17, %1 : i32 -> i1
      %43 = moore.to_builtin_int %42 : i1
      cf.cond_br %43, ^bb11, ^bb12
    ^bb11:  // pred: ^bb10
      moore.blocking_assign %rst, %13 : i1
      cf.br ^bb12
    ^bb12:  // 2 preds: ^bb10, ^bb11
      %44 = moore.add %17, %0 : i32
      cf.br ^bb1(%44 : !moore.i32)
    ^bb13:  // pred: ^bb1
      %45 = moore.fmt.literal "T: end "
      %46 = moore.read %q : <i8>
      %47 = moore.fmt.int decimal %46, align right, pad space width 0 : i8
      %48 = moore.fmt.literal "\0A"
      %49 = moore.fmt.concat (%45, %47, %48)
      moore.builtin.display %49
      moore.builtin.finish_message false
      moore.builtin.finish 0
      moore.unreachable
    }
    moore.output
  }
}
