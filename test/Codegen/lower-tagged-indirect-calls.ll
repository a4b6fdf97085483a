; Calls through pointers that may be numbers of functions.
; RUN: %opt -S -passes='lower-tagged-indirect-calls,verify' %s | FileCheck %s
; A second run finds nothing left to do.
; RUN: %opt -S -passes='lower-tagged-indirect-calls,lower-tagged-indirect-calls,verify' %s | FileCheck %s
target datalayout = "e-m:e-p:64:64-i64:64-n8:16:32:64-S128"

%pair = type { i64, double }
declare void @known(i32)
declare void @other(i32)

; CHECK-DAG: @[[TEXT:call]] = private unnamed_addr constant [6 x i8] c"plain\00"
; CHECK-DAG: @[[NULLTEXT:call[.0-9]*]] = private unnamed_addr constant [17 x i8] c"located, a.sv:12\00"
; CHECK-DAG: @__circt_sim_num_all_funcs = external hidden constant i32
; CHECK-DAG: @__circt_sim_func_entries = external hidden constant [0 x ptr]

; CHECK-LABEL: define i32 @plain(
; CHECK:         %[[WORD:.*]] = ptrtoint ptr %callee to i64
; CHECK-NEXT:    %id = sub i64 %[[WORD]], 4026531840
; CHECK-NEXT:    %count = load i32, ptr @__circt_sim_num_all_funcs
; CHECK-NEXT:    %[[WIDE:.*]] = zext i32 %count to i64
; CHECK-NEXT:    %[[TAGGED:.*]] = icmp ult i64 %id, %[[WIDE]]
; CHECK-NEXT:    br i1 %[[TAGGED]], label %callee.number, label %callee.address
; CHECK:       callee.number:
; CHECK-NEXT:    %[[AT:.*]] = getelementptr inbounds ptr, ptr @__circt_sim_func_entries, i64 %id
; CHECK-NEXT:    %entry1 = load ptr, ptr %[[AT]], {{.*}}!invariant.load{{.*}}!nonnull
; CHECK-NEXT:    br label %callee.known
; CHECK:       callee.address:
; CHECK-NEXT:    %[[NULL:.*]] = icmp eq ptr %callee, null
; CHECK-NEXT:    br i1 %[[NULL]], label %callee.null, label %callee.known
; CHECK:       callee.null:
; CHECK-NEXT:    call void @__circt_sim_null_call(ptr @[[TEXT]]) #[[NORETURN:[0-9]+]]
; CHECK-NEXT:    unreachable
; CHECK:       callee.known:
; CHECK-NEXT:    %target = phi ptr [ %entry1, %callee.number ], [ %callee, %callee.address ]
; CHECK-NEXT:    %r = tail call fastcc signext i32 %target(ptr noundef nonnull %x, i32 zeroext 7) #[[CALL:[0-9]+]], !prof ![[PROF:[0-9]+]]
; CHECK-NEXT:    ret i32 %r
define i32 @plain(ptr %callee, ptr %x) {
entry:
  %r = tail call fastcc signext i32 %callee(ptr noundef nonnull %x, i32 zeroext 7) nounwind, !prof !0
  ret i32 %r
}

; Results in memory and in registers.
; CHECK-LABEL: define double @structs(
; CHECK:         call void %target(ptr sret(%pair) align 8 %memory, i32 1)
; CHECK:         %p = call %pair %target{{[0-9]+}}(i32 2)
; CHECK-NEXT:    %d = extractvalue %pair %p, 1
define double @structs(ptr %f, ptr %g) {
  %memory = alloca %pair, align 8
  call void %f(ptr sret(%pair) align 8 %memory, i32 1)
  %p = call %pair %g(i32 2)
  %d = extractvalue %pair %p, 1
  ret double %d
}

; Both ways out, with values that are merged behind them.
; CHECK-LABEL: define i32 @invokes(
; CHECK:         %r = invoke i32 %target(i32 3)
; CHECK-NEXT:            to label %good unwind label %bad
; CHECK:       good:
; CHECK-NEXT:    %v = phi i32 [ %r, %callee.known ], [ 0, %0 ]
define i32 @invokes(ptr %f, i1 %c) personality ptr @personality {
  br i1 %c, label %try, label %good
try:
  %r = invoke i32 %f(i32 3) to label %good unwind label %bad
good:
  %v = phi i32 [ %r, %try ], [ 0, %0 ]
  ret i32 %v
bad:
  %pad = landingpad { ptr, i32 } cleanup
  resume { ptr, i32 } %pad
}
declare i32 @personality(...)

; CHECK-LABEL: define i32 @must(
; CHECK:         %r = musttail call i32 %target(ptr %f)
; CHECK-NEXT:    ret i32 %r
define i32 @must(ptr %f) {
  %r = musttail call i32 %f(ptr %f)
  ret i32 %r
}

; Functions, choices among them and what is marked stay as they are.
; CHECK-LABEL: define void @untouched(
; CHECK-NOT:     callee
; CHECK:         call void @known(i32 1)
; CHECK-NOT:     callee
; CHECK:         call void %one(i32 2)
; CHECK-NOT:     callee
; CHECK:         call void %marked(i32 3) #[[MARKED:[0-9]+]]
; CHECK-NOT:     callee
; CHECK:         call void %listed(i32 4), !callees
; CHECK-NOT:     callee
; CHECK:         call void %entry(i32 5)
; CHECK-NEXT:    call void asm
; CHECK-NEXT:    call void inttoptr (i64 4096 to ptr)(i32 6)
; CHECK-NEXT:    ret void
define void @untouched(i1 %c, ptr %marked, ptr %listed, i64 %id) {
  call void @known(i32 1)
  %one = select i1 %c, ptr @known, ptr @other
  call void %one(i32 2)
  call void %marked(i32 3) "circt-sim-callee-is-address"
  call void %listed(i32 4), !callees !1
  %at = getelementptr ptr, ptr @__circt_sim_func_entries, i64 %id
  %entry = load ptr, ptr %at
  call void %entry(i32 5)
  call void asm "", ""()
  call void inttoptr (i64 4096 to ptr)(i32 6)
  ret void
}
@__circt_sim_func_entries = external hidden constant [0 x ptr]

; CHECK-LABEL: define void @constants(
; CHECK:         %entry1 = load ptr, ptr getelementptr inbounds (ptr, ptr @__circt_sim_func_entries, i64 5)
; CHECK-NEXT:    call void %entry1(i32 1)
; CHECK-NEXT:    ret void
define void @constants() {
entry:
  call void inttoptr (i64 4026531845 to ptr)(i32 1)
  ret void
}

; A choice with null in it may be null; where the call is in the source is told.
; CHECK-LABEL: define void @located(
; CHECK:         call void @__circt_sim_null_call(ptr @[[NULLTEXT]])
; CHECK:         call void %target(i32 1){{.*}}, !dbg
define void @located(i1 %c) !dbg !5 {
  %f = select i1 %c, ptr @known, ptr null
  call void %f(i32 1), !dbg !6
  ret void
}

; CHECK-DAG: attributes #[[NORETURN]] = { noreturn }
; CHECK-DAG: attributes #[[CALL]] = { nounwind "circt-sim-callee-is-address" }
; CHECK-DAG: attributes #[[MARKED]] = { "circt-sim-callee-is-address" }
; CHECK-DAG: ![[PROF]] = !{!"VP", i32 0, i64 10, i64 3, i64 10}

!llvm.module.flags = !{!2}
!llvm.dbg.cu = !{!3}
!0 = !{!"VP", i32 0, i64 10, i64 3, i64 10}
!1 = !{ptr @known, ptr @other}
!2 = !{i32 2, !"Debug Info Version", i32 3}
!3 = distinct !DICompileUnit(language: DW_LANG_C99, file: !4, emissionKind: LineTablesOnly)
!4 = !DIFile(filename: "a.sv", directory: "/")
!5 = distinct !DISubprogram(name: "located", file: !4, line: 10, unit: !3, spFlags: DISPFlagDefinition)
!6 = !DILocation(line: 12, column: 3, scope: !5)
