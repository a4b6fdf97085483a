// RUN: %circt-sim-opt %s -csim-static | FileCheck %s

!mem = !csim.uarray<4 x !csim.logic<8>, 0, 3>
csim.module module @m {
csim.signal @clk variable : !csim.logic<1>
csim.signal @v variable : !csim.logic<8>
csim.signal @mem variable : !mem
csim.func @task() attributes {task}

// CHECK: csim.process always "plain" static sensitivity
// CHECK-SAME: [#csim.event_term<@clk, posedge>, #csim.event_term<@v, negedge bits(3, 1)>, #csim.event_term<@mem, any path[2]>]
csim.process always "plain" {
  cf.br ^loop
^loop:
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  %v = csim.addr @v : !csim.ref<!csim.logic<8>>
  %b = csim.bits_ref %v from 3 : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<1>>
  %m = csim.addr @mem : !csim.ref<!mem>
  %two = arith.constant 2 : i64
  %e = csim.elem_ref %m[%two] : !csim.ref<!mem>
  // CHECK-NOT: csim.wait_event
  csim.wait_event [posedge %clk, negedge %b, any %e : !csim.ref<!csim.logic<1>>, !csim.ref<!csim.logic<1>>, !csim.ref<!csim.logic<8>>]
  %l = csim.load %clk : !csim.ref<!csim.logic<1>>
  %c = csim.is_true %l : !csim.logic<1>
  // CHECK: cf.cond_br %{{.*}}, ^bb2, ^bb3
  cf.cond_br %c, ^then, ^loop
^then:
  csim.nba %l, %b : !csim.ref<!csim.logic<1>>
  // CHECK: csim.nba
  // CHECK-NEXT: csim.return
  cf.br ^loop
// CHECK: ^bb3:
// CHECK-NEXT: csim.return
}

// A second wait, a task, a value carried around: all need a stack.
// CHECK: csim.process always "second" {
csim.process always "second" {
  cf.br ^loop
^loop:
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  csim.wait_event [posedge %clk : !csim.ref<!csim.logic<1>>]
  csim.wait_event [negedge %clk : !csim.ref<!csim.logic<1>>]
  cf.br ^loop
}
// CHECK: csim.process always "task" {
csim.process always "task" {
  cf.br ^loop
^loop:
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  csim.wait_event [posedge %clk : !csim.ref<!csim.logic<1>>]
  csim.call @task() : () -> ()
  cf.br ^loop
}
// CHECK: csim.process always "carried" {
csim.process always "carried" {
  %z = arith.constant 0 : i32
  cf.br ^loop(%z : i32)
^loop(%i: i32):
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  csim.wait_event [posedge %clk : !csim.ref<!csim.logic<1>>]
  %one = arith.constant 1 : i32
  %n = arith.addi %i, %one : i32
  cf.br ^loop(%n : i32)
}
// An initial process runs its first round at time 0.
// CHECK: csim.process initial "initial" {
csim.process initial "initial" {
  cf.br ^loop
^loop:
  %clk = csim.addr @clk : !csim.ref<!csim.logic<1>>
  csim.wait_event [posedge %clk : !csim.ref<!csim.logic<1>>]
  cf.br ^loop
}
// CHECK: csim.process always "bit_at_run_time" {
csim.process always "bit_at_run_time" {
  cf.br ^loop
^loop:
  %v = csim.addr @v : !csim.ref<!csim.logic<8>>
  %l = csim.load %v : !csim.ref<!csim.logic<8>>
  %i = csim.to_index %l : !csim.logic<8>
  %b = csim.bits_ref %v[%i] : !csim.ref<!csim.logic<8>> -> !csim.ref<!csim.logic<1>>
  csim.wait_event [any %b : !csim.ref<!csim.logic<1>>]
  cf.br ^loop
}
}
