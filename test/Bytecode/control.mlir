// RUN: %circt-sim-opt %s -strip-debuginfo -dump-bytecode -o /dev/null | FileCheck %s

csim.module module @m {
csim.scope @s "s" begin
csim.signal @v variable : !csim.logic<4>

// Comparisons and truth tests are part of the branch.
// CHECK-LABEL: func @m.branches id
// CHECK-NEXT: frame 5 args 5
// CHECK-NEXT: 0  BrNeI s0, s1, L2
// CHECK-NEXT: 1  BrTrue s0, L3
// CHECK-NEXT: L2:
// CHECK-NEXT: 2  BrFalse s2, L4
// CHECK-NEXT: L3:
// CHECK-NEXT: 3  BrFalseL s3:4, L5
// CHECK-NEXT: L4:
// CHECK-NEXT: 4  Halt
// CHECK-NEXT: L5:
// CHECK-NEXT: 5  Return
csim.func @branches(%a: i8, %b: i8, %c: i1, %l: !csim.logic<8>) {
  %0 = arith.cmpi eq, %a, %b : i8
  cf.cond_br %0, ^x, ^y
^x:
  %z = arith.constant 0 : i8
  %1 = arith.cmpi ne, %a, %z : i8
  cf.cond_br %1, ^p, ^y
^y:
  %t = arith.constant true
  %2 = arith.xori %c, %t : i1
  cf.cond_br %2, ^q, ^p
^p:
  %3 = csim.is_true %l : !csim.logic<8>
  cf.cond_br %3, ^q, ^r
^q:
  csim.halt
^r:
  csim.return
}

// Arguments of blocks: a loop computes in place, a swap goes through a temporary.
// CHECK-LABEL: func @m.moves id
// CHECK-NEXT: frame 7 args 1 results s4
// CHECK-NEXT: const s0 = 0x1
// CHECK-NEXT: const s1 = 0x0
// CHECK-NEXT: 0  Mov s3, s2
// CHECK-NEXT: 1  Mov s4, s0
// CHECK-NEXT: 2  Mov s5, s1
// CHECK-NEXT: L3:
// CHECK-NEXT: 3  LtSI<32> s6, s5, s2
// CHECK-NEXT: 4  BrFalse s6, L10
// CHECK-NEXT: 5  AddI<32> s5, s5, s0
// CHECK-NEXT: 6  Mov s6, s4
// CHECK-NEXT: 7  Mov s4, s3
// CHECK-NEXT: 8  Mov s3, s6
// CHECK-NEXT: 9  Jmp L3
// CHECK-NEXT: L10:
// CHECK-NEXT: 10  Return
csim.func @moves(%n: i32) -> i32 {
  %z = arith.constant 0 : i32
  %one = arith.constant 1 : i32
  cf.br ^head(%z, %one, %n : i32, i32, i32)
^head(%i: i32, %a: i32, %b: i32):
  %c = arith.cmpi slt, %i, %n : i32
  cf.cond_br %c, ^body, ^exit
^body:
  %next = arith.addi %i, %one : i32
  cf.br ^head(%next, %b, %a : i32, i32, i32)
^exit:
  csim.return %a : i32
}

// CHECK-LABEL: func @m.edges id
// CHECK-NEXT: frame 3 args 3 results s1
// CHECK-NEXT: 0  BrFalse s0, L2
// CHECK-NEXT: 1  Return
// CHECK-NEXT: L2:
// CHECK-NEXT: 2  Mov s1, s2
// CHECK-NEXT: 3  Return
csim.func @edges(%c: i1, %a: i8, %b: i8) -> i8 {
  cf.cond_br %c, ^j(%a : i8), ^j(%b : i8)
^j(%x: i8):
  csim.return %x : i8
}

// CHECK-LABEL: func @m.switches id
// CHECK-NEXT: frame 6 args 4 results s5
// CHECK-NEXT: const s0 = 0x1
// CHECK-NEXT: const s1 = 0x2
// CHECK-NEXT: 0  SwitchL<4> s2:3, dense [0x0: L2, 0x1: L2, 0x2: L2, 0x3: L1], L5
// CHECK-NEXT: L1:
// CHECK-NEXT: 1  Return
// CHECK-NEXT: L2:
// CHECK-NEXT: 2  SwitchI<32> s4, [0x3e8: L5, 0xffffffff: L3], L5
// CHECK-NEXT: L3:
// CHECK-NEXT: 3  Mov s5, s0
// CHECK-NEXT: 4  Return
// CHECK-NEXT: L5:
// CHECK-NEXT: 5  Mov s5, s1
// CHECK-NEXT: 6  Return
csim.func @switches(%v: !csim.logic<4>, %i: i32, %a: i8) -> i8 {
  %one = arith.constant 1 : i8
  csim.switch %v : !csim.logic<4>, ^d [3: ^j(%a : i8), 1: ^x, 2: ^x, 0: ^x]
^x:
  cf.switch %i : i32, [default: ^d, -1: ^j(%one : i8), 1000: ^d]
^d:
  %two = arith.constant 2 : i8
  cf.br ^j(%two : i8)
^j(%r: i8):
  csim.return %r : i8
}

// What the exit of the scope needs keeps its slots while the scope is active.
// CHECK-LABEL: func @m.scope id
// CHECK-NEXT: frame 5 args 3 results s0 suspends
// CHECK-NEXT: 0  AddI<8> s3, s1, s2
// CHECK-NEXT: 1  Mov s4, s3
// CHECK-NEXT: 2  EnterScope #1, #0, L7
// CHECK-NEXT: 3  MulI<8> s1, s1, s1
// CHECK-NEXT: 4  WaitDelay s0
// CHECK-NEXT: 5  MulI<8> s4, s1, s2
// CHECK-NEXT: 6  ExitScope #1
// CHECK-NEXT: L7:
// CHECK-NEXT: 7  XorI<8> s0, s4, s3
// CHECK-NEXT: 8  Return
csim.func @scope(%t: i64, %a: i8, %b: i8) -> i8 {
  %s = arith.addi %a, %b : i8
  csim.enter_scope @s, ^in, ^out(%s : i8)
^in:
  %m = arith.muli %a, %a : i8
  csim.wait_delay %t
  %m2 = arith.muli %m, %b : i8
  csim.exit_scope @s
  cf.br ^out(%m2 : i8)
^out(%r: i8):
  %x = arith.xori %r, %s : i8
  csim.return %x : i8
}
}
