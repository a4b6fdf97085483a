// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %s

// CHECK: module attributes {csim.time_precision = -9 : i32}
builtin.module attributes {csim.time_precision = -9 : i32} {
// CHECK: csim.top "top" of @top
csim.top "top" of @top
// CHECK: csim.module module @top definition "top" time(-9, -12) initialiser @init
csim.module module @top definition "top" time(-9, -12) initialiser @init {
  // CHECK: csim.scope @blk "blk" begin
  csim.scope @blk "blk" begin
  // CHECK: csim.scope @inner "inner" fork parent @blk
  csim.scope @inner "inner" fork parent @blk
  // CHECK: csim.signal @clk variable : i1
  csim.signal @clk variable : i1
  // CHECK: csim.signal @w "w" wire scope @blk : !csim.logic<8>
  csim.signal @w "w" wire scope @blk : !csim.logic<8>
  // CHECK: csim.signal @p variable parameter : !csim.logic<32>
  csim.signal @p variable parameter : !csim.logic<32>
  // CHECK: csim.signal @t trireg implicit charge 1 : !csim.logic<1>
  csim.signal @t trireg implicit charge 1 : !csim.logic<1>
  // CHECK: csim.signal @s variable source_type !csim.packed<"byte", i1, 7, 0, signed> : i8
  csim.signal @s variable source_type !csim.packed<"byte", i1, 7, 0, signed> : i8
  // CHECK: csim.signal @mem variable : !csim.uarray<16 x !csim.logic<8>, 0, 15>
  csim.signal @mem variable : !csim.uarray<16 x !csim.logic<8>, 0, 15>
  // CHECK: csim.signal @r variable : f64
  csim.signal @r variable : f64
  // CHECK: csim.signal @e variable : !csim.event
  csim.signal @e variable : !csim.event
  // CHECK: csim.extern_signal @x ["pkg", "v"] : i32
  csim.extern_signal @x ["pkg", "v"] : i32
  // CHECK: csim.extern_instance @up up 1 ["u2"]
  csim.extern_instance @up up 1 ["u2"]
  // CHECK: csim.driver @d net @w bits(4, 4) strength(5, 6) : !csim.logic<4>
  csim.driver @d net @w bits(4, 4) strength(5, 6) : !csim.logic<4>
  // CHECK: csim.driver @d2 net @w : !csim.logic<8>
  csim.driver @d2 net @w : !csim.logic<8>
  // CHECK: csim.path_output @o from @clk to @d2 of @w
  csim.path_output @o from @clk to @d2 of @w
  // CHECK: csim.module_path @clk, 0 width 1 full to @o, 2 width 4 if @t delays [1, 2, 1, 1, 2, 2, 1, 1, 2, 2, 2, 1]
  // CHECK-SAME: {edge = 1 : i32, limits = array<i64: 1, 2>, showCancelled, text = "t"}
  csim.module_path @clk, 0 width 1 full to @o, 2 width 4 if @t delays [1, 2, 1, 1, 2, 2, 1, 1, 2, 2, 2, 1]
      {edge = 1 : i32, limits = array<i64: 1, 2>, showCancelled, text = "t"}
  // CHECK: csim.timing_check "$setuphold" @clk, 0 width 1 edges 2 and @w, 0 width 8 edges 16 limits [3, -1]
  // CHECK-SAME: {dataCondition = @t, notifier = @clk, referenceDelayed = @d}
  csim.timing_check "$setuphold" @clk, 0 width 1 edges 2 and @w, 0 width 8 edges 16 limits [3, -1]
      {dataCondition = @t, notifier = @clk, referenceDelayed = @d}
  // CHECK: csim.timing_check "$width" @clk, 0 width 1 edges 2 limits [3, 0]
  csim.timing_check "$width" @clk, 0 width 1 edges 2 limits [3, 0]
  // CHECK: csim.instance @u "u[0]" of @child [0 = @clk, 1 = @w, 2 = ["bus"]] scope @blk
  csim.instance @u "u[0]" of @child [0 = @clk, 1 = @w, 2 = ["bus"]] scope @blk
  // CHECK: csim.process always_ff "ff" static sensitivity [#csim.event_term<@clk, posedge>] {
  csim.process always_ff "ff" static sensitivity [#csim.event_term<@clk, posedge>] {
    csim.return
  }
  // CHECK: csim.process assign "assign" scope @blk static run_at_start self_triggering
  // CHECK-SAME: [#csim.event_term<@w, any bits(2, 3)>, #csim.event_term<@mem, any path[4] bits(0, 1)>] {
  csim.process assign "assign" scope @blk static run_at_start self_triggering
      sensitivity [#csim.event_term<@w, any bits(2, 3)>, #csim.event_term<@mem, any path[4] bits(0, 1)>] {
    csim.return
  }
  // CHECK: csim.process always "sampler" static observed sensitivity [#csim.event_term<@clk, posedge>] {
  csim.process always "sampler" static observed sensitivity [#csim.event_term<@clk, posedge>] {
    csim.return
  }
  // CHECK: csim.process always "driver" static reactive sensitivity [#csim.event_term<@clk, posedge>] {
  csim.process always "driver" static reactive sensitivity [#csim.event_term<@clk, posedge>] {
    csim.return
  }
  // CHECK: csim.process initial "initial" {
  // CHECK-NEXT: csim.halt
  csim.process initial "initial" {
    csim.halt
  }
  // CHECK: csim.process_body @body {
  // CHECK-NEXT: ^bb0(%{{.*}}: !csim.ref<!csim.logic<1>>, %{{.*}}: !csim.ref<!csim.logic<1>>):
  csim.process_body @body {
  ^bb0(%to: !csim.ref<!csim.logic<1>>, %from: !csim.ref<!csim.logic<1>>):
    %0 = csim.load %from : !csim.ref<!csim.logic<1>>
    csim.store %0, %to : !csim.ref<!csim.logic<1>>
    csim.return
  }
  // CHECK: csim.process assign "copy" static run_at_start shares @body
  // CHECK-SAME: [#csim.event_term<@t, any>, #csim.event_term<@w, any bits(3, 1)>] {
  csim.process assign "copy" static run_at_start
      shares @body [#csim.event_term<@t, any>, #csim.event_term<@w, any bits(3, 1)>] {
  }
  // CHECK: csim.func @init() {
  csim.func @init() {
    csim.return
  }
  // CHECK: csim.func @f(%{{.*}}: !csim.logic<8>, %{{.*}}: !csim.ref<i32>) -> i32
  // CHECK-SAME: attributes {automatic, fid = 7 : i32, scope = @blk, task}
  csim.func @f(%a: !csim.logic<8>, %b: !csim.ref<i32>) -> i32
      attributes {automatic, fid = 7 : i32, scope = @blk, task} {
    %0 = csim.load %b : !csim.ref<i32>
    csim.return %0 : i32
  }
  // CHECK: csim.func @lazy(i32)
  csim.func @lazy(i32)
}
// CHECK: csim.module interface @child
csim.module interface @child {
  csim.signal @clk variable : i1
  csim.signal @o wire : !csim.logic<8>
  // CHECK: csim.port "clk" input @clk
  csim.port "clk" input @clk
  // CHECK: csim.port "o" output @o
  csim.port "o" output @o
  // CHECK: csim.port "bus" interface
  csim.port "bus" interface
}
}
