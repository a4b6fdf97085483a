//===- CompileThread.cpp - compiles beside the simulation ----------------------===//
//
// LLVM cannot be interrupted, and a large function takes it seconds. So that a run
// does not end later than it has to, the thread shares only its queue with others,
// and says when it looks at the simulation. Whoever stops it waits for those
// times, which are short: reading bytecode, linking, storing an entry.
//
//===----------------------------------------------------------------------===//
#include "Exec/JIT/CompileThread.h"

#include <csignal>

namespace circtsim::exec {

struct CompileQueue {
  std::mutex mutex;
  std::condition_variable changed;
  std::deque<CompileThread::Task> tasks;
  bool isStopping = false, isHeld = false, isBusy = false, hasEnded = false;

  /// The next task, with the hold taken; nothing if the thread should end.
  CompileThread::Task take() {
    std::unique_lock lock(mutex);
    isHeld = isBusy = false;
    changed.notify_all();
    changed.wait(lock, [this] { return isStopping || !tasks.empty(); });
    if (isStopping) {
      tasks.clear();
      hasEnded = true;
      changed.notify_all();
      return nullptr;
    }
    CompileThread::Task task = std::move(tasks.front());
    tasks.pop_front();
    isHeld = isBusy = true;
    return task;
  }
};

void CompileThread::Hold::letGo() {
  std::lock_guard lock(queue.mutex);
  queue.isHeld = false;
  queue.changed.notify_all();
}

bool CompileThread::Hold::takeBack() {
  std::lock_guard lock(queue.mutex);
  queue.isHeld = !queue.isStopping;
  return queue.isHeld;
}

CompileThread::CompileThread() : queue(std::make_shared<CompileQueue>()) {
  thread = std::thread([queue = queue] {
    sigset_t all; // signals are for those who wait for them
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    Hold hold(*queue);
    while (Task task = queue->take())
      task(hold);
  });
}

CompileThread::~CompileThread() {
  stop();
  if (thread.joinable())
    thread.join();
}

void CompileThread::post(Task task) {
  {
    std::lock_guard lock(queue->mutex);
    queue->tasks.push_back(std::move(task));
  }
  queue->changed.notify_all();
}

bool CompileThread::waitUntilIdle(std::chrono::milliseconds patience) {
  std::unique_lock lock(queue->mutex);
  return queue->changed.wait_for(lock, patience,
                                 [this] { return !queue->isBusy && queue->tasks.empty(); });
}

void CompileThread::stop() {
  std::unique_lock lock(queue->mutex);
  queue->isStopping = true;
  queue->changed.notify_all();
  queue->changed.wait(lock, [this] { return !queue->isHeld; });
}

bool CompileThread::leaveBehind(std::chrono::milliseconds patience) {
  std::unique_lock lock(queue->mutex);
  if (queue->changed.wait_for(lock, patience, [this] { return queue->hasEnded; }))
    return false;
  thread.detach();
  return true;
}

} // namespace circtsim::exec
