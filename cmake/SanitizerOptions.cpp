// Defaults of the sanitizer run-times, linked into every instrumented program.
//
// LLVM's and MLIR's shared libraries come from the distribution and are not
// instrumented. Two consequences are handled here:
//  - LLVM's bump allocator marks the unused part of a slab as poisoned in our
//    code but does not unmark it in theirs, so user poisoning is off;
//  - ThreadSanitizer sees their locks but not their atomics: what lld does in their
//    threads, their reference counts and their list of temporary files are not
//    reported. A function of theirs that ends in a
//    jump to pthread_mutex_unlock seems to unlock from our code what it locked in
//    theirs: so ORC does where it is set up and gets a symbol table.
// The environment (ASAN_OPTIONS, UBSAN_OPTIONS, TSAN_OPTIONS) still overrides.

extern "C" {

__attribute__((used, visibility("default"))) const char *__asan_default_options() {
  return "allow_user_poisoning=0:detect_stack_use_after_return=1";
}

__attribute__((used, visibility("default"))) const char *__ubsan_default_options() {
  return "print_stacktrace=1";
}

__attribute__((used, visibility("default"))) const char *__tsan_default_suppressions() {
  return "race:lld::\nrace:llvm/ADT/IntrusiveRefCntPtr.h\n"
         "race:llvm::sys::RemoveFileOnSignal\n"
         "mutex:libMLIR.so\nmutex:libLLVM.so\n"
         "mutex:NativeLinker::Session::Session\nmutex:NativeLinker::create\n";
}

} // extern "C"
