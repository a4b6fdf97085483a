//===- NativeStack.cpp - the machine's stack of a simulation ----------------===//
//
// Calls of generated code nest on the native stack, and recursion of the simulated
// program is limited by its frames, which are smaller. A thread with a stack of our
// own gives room for both: debuggers, profilers and sanitizers know threads.
//
// The stack is address space without reservation, with a guard page at its lower
// end. Where the space is limited (ulimit -v) others need it more, and the simulation
// stays on the stack it is on. Calls beyond either are interpreted, which needs none.
//
//===----------------------------------------------------------------------===//
#include "Runtime/NativeStack.h"

#include <algorithm>
#include <pthread.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <unistd.h>

namespace circtsim::runtime {

/// For what simulated code calls: system tasks, the collector, compilers.
static constexpr uint64_t Reserve = uint64_t(8) << 20;
/// A smaller stack is not worth a thread.
static constexpr uint64_t Least = 2 * Reserve;

uintptr_t defaultNativeFloor() {
  constexpr uintptr_t room = uintptr_t(2) << 20;
  return reinterpret_cast<uintptr_t>(__builtin_frame_address(0)) - room;
}

namespace {
/// Also under the thread sanitizer, whose own record of calls is 65,536 deep.
bool mustStay() {
#if __has_feature(thread_sanitizer)
  return true;
#endif
  rlimit limit;
  return getrlimit(RLIMIT_AS, &limit) || limit.rlim_cur != RLIM_INFINITY;
}

/// The mapping of a stack.
class StackMemory {
public:
  explicit StackMemory(uint64_t wanted) {
    if (mustStay())
      return;
    guardBytes = uint64_t(sysconf(_SC_PAGESIZE));
    for (bytes = std::max(wanted + Reserve, Least); bytes >= Least; bytes /= 2) {
      void *memory = mmap(nullptr, bytes, PROT_READ | PROT_WRITE,
                          MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
      if (memory == MAP_FAILED)
        continue;
      begin = static_cast<char *>(memory);
      madvise(begin, bytes, MADV_NOHUGEPAGE); // clearing a huge page would delay the start
      mprotect(begin, guardBytes, PROT_NONE);
      return;
    }
  }
  ~StackMemory() {
    if (begin)
      munmap(begin, bytes);
  }
  StackMemory(const StackMemory &) = delete;

  char *begin = nullptr; ///< null: there is none
  uint64_t bytes = 0, guardBytes = 0;
};

struct Task {
  const std::function<void(uintptr_t)> &body;
  uintptr_t floor;
};

void *runTask(void *argument) {
  auto &task = *static_cast<Task *>(argument);
  task.body(task.floor);
  return nullptr;
}

/// False if there is no such thread to be had.
bool runOn(const StackMemory &memory, Task &task) {
  pthread_attr_t attributes;
  pthread_t thread;
  if (pthread_attr_init(&attributes))
    return false;
  bool isStarted = !pthread_attr_setstack(&attributes, memory.begin + memory.guardBytes,
                                          memory.bytes - memory.guardBytes) &&
                   !pthread_create(&thread, &attributes, runTask, &task);
  pthread_attr_destroy(&attributes);
  return isStarted && !pthread_join(thread, nullptr);
}
} // namespace

void onNativeStack(uint64_t bytes, const std::function<void(uintptr_t floor)> &body) {
  StackMemory memory(bytes);
  if (memory.begin) {
    Task task{body, reinterpret_cast<uintptr_t>(memory.begin) + Reserve};
    if (runOn(memory, task))
      return;
  }
  body(defaultNativeFloor());
}

} // namespace circtsim::runtime
