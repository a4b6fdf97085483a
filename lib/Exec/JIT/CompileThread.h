//===- CompileThread.h - compiles beside the simulation ---------*- C++ -*-===//
#ifndef CIRCTSIM_EXEC_JIT_COMPILETHREAD_H
#define CIRCTSIM_EXEC_JIT_COMPILETHREAD_H

#include "llvm/ADT/STLFunctionalExtras.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace circtsim::exec {

struct CompileQueue;

/// A thread and its queue. The thread has a *hold* on the simulation while it does
/// a task, and can let go of it for as long as it works on what is its own; the
/// simulation may end in the meantime.
class CompileThread {
public:
  class Hold;
  using Task = std::function<void(Hold &)>;

  CompileThread();
  /// Waits for the thread, unless it was left behind.
  ~CompileThread();

  void post(Task task);
  /// Waits for the end of all tasks, but no longer than `patience`. True if none is left.
  bool waitUntilIdle(std::chrono::milliseconds patience);
  /// Waits until the thread has no hold on the simulation; it will get none again,
  /// and does no other task.
  void stop();
  /// After stop(): waits no longer than `patience` for the end of the thread. True
  /// if it is still at work, on nothing but what its task owns: the process must
  /// then end without running destructors of static objects.
  bool leaveBehind(std::chrono::milliseconds patience);

  /// The thread's side, inside a task.
  class Hold {
  public:
    /// From here on the task uses nothing of the simulation.
    void letGo();
    /// False if the simulation has ended: the task must return.
    bool takeBack();

  private:
    friend class CompileThread;
    explicit Hold(CompileQueue &queue) : queue(queue) {}
    CompileQueue &queue;
  };

private:
  std::shared_ptr<CompileQueue> queue;
  std::thread thread;
};

} // namespace circtsim::exec

#endif
