// RUN: sed -nE 's/^ *(%[^=]* = )?(dbg\.)/CHECK: \2/p' %s > %t
// RUN: %circt-sim-opt %s | %circt-sim-opt | FileCheck %t
//
// Every operation, written as it is printed.

func.func @values(%arg0: i8, %arg1: i1) {
  %0 = dbg.scope "u", "Inner"
  dbg.variable "a", %arg0 : i8
  dbg.variable "b", %arg0 {note} : i8
  %1 = dbg.enum %arg0, "State", {Idle = 0 : i8, Run = 1 : i8} : i8
  %2 = dbg.enum %arg0, "State", {Idle = 0 : i8} fqn "pkg.State" : i8
  %3 = dbg.struct {"x": %arg0, "y z": %arg1} : i8, i1
  %4 = dbg.struct {}
  %5 = dbg.array [%arg1, %arg1] : i1
  %6 = dbg.array []
  %7 = dbg.value %arg0 typeName "Byte" params ["T", 3] : i8
  return
}
func.func @scopes(%arg0: !dbg.scope, %arg1: !dbg.struct, %arg2: !dbg.array, %arg3: !dbg.enum,
                  %arg4: !dbg.value) {
  %0 = dbg.scope "u", "Inner" scope %arg0
  dbg.variable "a", %arg1 scope %arg0 : !dbg.struct
  dbg.variable "b", %arg2 : !dbg.array
  dbg.variable "c", %arg3 : !dbg.enum
  dbg.variable "d", %arg4 : !dbg.value
  return
}
