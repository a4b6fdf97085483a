; What the lowered calls do: by number, by address, by a constant number, through null.
; RUN: %opt -passes='lower-tagged-indirect-calls,verify' %s -o %t.bc && lli %t.bc | FileCheck %s
; RUN: %opt -passes='lower-tagged-indirect-calls,default<O2>' %s -o %t.opt.bc && lli %t.opt.bc | FileCheck %s
; RUN: %opt -passes=lower-tagged-indirect-calls %s -o %t.bc && %not 9 lli %t.bc null | FileCheck %s --check-prefix=NULL
; RUN: %opt -passes='lower-tagged-indirect-calls,default<O2>' %s -o %t.bc && %not 9 lli %t.bc null | FileCheck %s --check-prefix=NULL

; CHECK:      number 0: 105
; CHECK-NEXT: number 1: 206
; CHECK-NEXT: address: 307
; CHECK-NEXT: constant: 208
; CHECK-NEXT: structure: 3 4
; NULL: null in call

@__circt_sim_func_entries = constant [3 x ptr] [ptr @zero, ptr @one, ptr @make]
@__circt_sim_num_all_funcs = constant i32 3
@text.number = constant [15 x i8] c"number %d: %d\0A\00"
@text.address = constant [13 x i8] c"address: %d\0A\00"
@text.constant = constant [14 x i8] c"constant: %d\0A\00"
@text.pair = constant [18 x i8] c"structure: %d %d\0A\00"
@text.null = constant [12 x i8] c"null in %s\0A\00"
declare i32 @printf(ptr, ...)
declare void @exit(i32)
declare i32 @fflush(ptr)

define void @__circt_sim_null_call(ptr %where) {
  call i32 (ptr, ...) @printf(ptr @text.null, ptr %where)
  call i32 @fflush(ptr null)
  call void @exit(i32 9)
  unreachable
}
define i32 @zero(i32 %x) {
  %r = add i32 %x, 100
  ret i32 %r
}
define i32 @one(i32 %x) {
  %r = add i32 %x, 200
  ret i32 %r
}
define i32 @three(i32 %x) {
  %r = add i32 %x, 300
  ret i32 %r
}
define { i64, i64 } @make(i64 %x) {
  %y = add i64 %x, 1
  %a = insertvalue { i64, i64 } poison, i64 %x, 0
  %b = insertvalue { i64, i64 } %a, i64 %y, 1
  ret { i64, i64 } %b
}

; The callee comes from memory, as from a table of virtual methods.
define i32 @call(ptr %cell, i32 %x) noinline {
  %f = load volatile ptr, ptr %cell
  %r = call i32 %f(i32 %x)
  ret i32 %r
}
define { i64, i64 } @callPair(ptr %cell, i64 %x) noinline {
  %f = load volatile ptr, ptr %cell
  %r = call { i64, i64 } %f(i64 %x)
  ret { i64, i64 } %r
}

define i32 @main(i32 %argc, ptr %argv) {
  %cell = alloca ptr
  %isNull = icmp ugt i32 %argc, 1
  br i1 %isNull, label %null, label %run
null:
  store ptr null, ptr %cell
  %n = call i32 @call(ptr %cell, i32 1)
  ret i32 0
run:
  store ptr inttoptr (i64 4026531840 to ptr), ptr %cell
  %a = call i32 @call(ptr %cell, i32 5)
  call i32 (ptr, ...) @printf(ptr @text.number, i32 0, i32 %a)
  store ptr inttoptr (i64 4026531841 to ptr), ptr %cell
  %b = call i32 @call(ptr %cell, i32 6)
  call i32 (ptr, ...) @printf(ptr @text.number, i32 1, i32 %b)
  store ptr @three, ptr %cell
  %c = call i32 @call(ptr %cell, i32 7)
  call i32 (ptr, ...) @printf(ptr @text.address, i32 %c)
  %d = call i32 inttoptr (i64 4026531841 to ptr)(i32 8)
  call i32 (ptr, ...) @printf(ptr @text.constant, i32 %d)
  store ptr inttoptr (i64 4026531842 to ptr), ptr %cell
  %p = call { i64, i64 } @callPair(ptr %cell, i64 3)
  %p0 = extractvalue { i64, i64 } %p, 0
  %p1 = extractvalue { i64, i64 } %p, 1
  call i32 (ptr, ...) @printf(ptr @text.pair, i64 %p0, i64 %p1)
  ret i32 0
}
