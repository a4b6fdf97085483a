; A variadic call through a pointer that may be a number is refused; others are none of it.
; RUN: %not 1 %opt -S -passes=lower-tagged-indirect-calls %s -o /dev/null 2>&1 | FileCheck %s
; CHECK: error: {{.*}}in function tracer {{.*}}: a variadic function cannot be called through a pointer that may be the number of a function (in tracer)
declare i32 @printf(ptr, ...)

define void @fine(ptr %text, ptr %f) {
  call i32 (ptr, ...) @printf(ptr %text, i32 1)
  call i32 (ptr, ...) %f(ptr %text, i32 1) "circt-sim-callee-is-address"
  ret void
}
define void @tracer(ptr %f, ptr %text) {
  call i32 (ptr, ...) %f(ptr %text, i32 1)
  ret void
}
