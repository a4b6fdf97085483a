//===- Process.h - processes -------------------------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_PROCESS_H
#define CIRCTSIM_SCHED_PROCESS_H

#include "Model/Frame.h"
#include "Sched/Task.h"
#include "Sched/Watch.h"

#include <string>

namespace circtsim::model {
struct ProcessImage;
}

namespace circtsim::sched {

struct PendingDrive;

/// A process of the design. Static ones are exactly this; stackful ones are
/// StackProcess (kind says which).
struct alignas(64) Process : Task {
  bool isObserved = false; ///< with TaskReactive: runs in the observed region, before it (LRM 4.4.2.5)
  model::FuncId function = model::NoId;
  model::Instance *instance = nullptr;
  const model::ProcessImage *image = nullptr; ///< null for branches of fork and force processes
  model::Function *fn = nullptr;              ///< looked up when it first runs
  uint64_t randomState = 0;                   ///< LRM 18.14; see Runtime/Random.h
  model::SlotEntry *operands = nullptr;       ///< slots of a shared body; null: those of `instance`
  PendingDrive *drive = nullptr;              ///< the one it scheduled last
  using Task::Task;
};

/// LRM 9.7 process states, and why it waits.
enum class ProcessState : uint8_t {
  Ready,       ///< queued, or running
  Delay,       ///< in the time wheel
  Event,       ///< on its WaitSet
  Forever,     ///< nothing will wake it
  JoinAll, JoinAny,
  WaitFork,
  External,    ///< a builtin (await) will call wake(), or resume()
  Finished,    ///< ended; kept only while it has children
  Killed,
};

/// A process is inside a named block or task that `disable` can end.
struct ScopeEntry {
  model::Frame *frame;        ///< frame that executes the block
  model::Instance *instance;
  uint32_t scope;             ///< index into ModuleImage::scopes
  uint32_t end;               ///< unit at which execution goes on
};

/// Disable scopes that code is inside of, innermost last.
struct ScopeStack {
  std::vector<ScopeEntry> entries;
  /// Entries below this were inherited from the parent process: disabling one
  /// of them ends the process.
  uint32_t inherited = 0;

  void enter(model::Frame *frame, uint32_t scope, uint32_t end) {
    entries.push_back({frame, frame->instance, scope, end});
  }
  /// Leaves the innermost entry of `scope` in `frame`, and entries inside it.
  void exit(model::Frame *frame, uint32_t scope);
  /// Forgets the entries of a frame that returns.
  void leaveFrame(model::Frame *frame) {
    while (entries.size() > inherited && entries.back().frame == frame)
      entries.pop_back();
  }
};

/// The place of a sleeping process in the time wheel.
struct WakeTimer : TimedTask {
  StackProcess *process = nullptr;
  WakeTimer() : TimedTask(TaskKind::Wake) {}
};

/// A process with a chain of frames.
struct StackProcess : Process {
  model::Frame *frame = nullptr; ///< newest frame while suspended
  model::FrameStack stack;
  ProcessState state = ProcessState::Ready;
  bool isOnNativeStack = false;  ///< runs a nested process; must not be freed
  bool isSuspended = false;      ///< LRM 9.7; `state` is what it is suspended in
  bool isWakePending = false;    ///< while suspended: what it waited for has come
  bool waitsForCondition = false; ///< of a wait for events: one of `wait (condition)`
  uint64_t id = 0;               ///< never reused
  WakeTimer timer;
  WaitSet waits;
  ScopeStack scopes;

  // The tree of processes (LRM 9.5-9.6).
  StackProcess *parent = nullptr;
  StackProcess *firstChild = nullptr, *lastChild = nullptr;
  StackProcess *nextSibling = nullptr, *previousSibling = nullptr;
  uint32_t liveChildren = 0;   ///< immediate children that have not ended
  uint32_t joinRemaining = 0;  ///< ends still awaited by the join in progress
  uint32_t forkSerial = 0;     ///< number of forks this process has executed
  uint32_t parentFork = 0;     ///< forkSerial of the parent's fork that made this one
  model::SignalId forceSignal = model::NoSignal; ///< follows a force of this signal
  void *userData = nullptr;    ///< process handle object, wait queues of builtins
  /// Called when it ends in any way; `state` is Killed if it was killed.
  void (*onEnd)(StackProcess &) = nullptr;

  StackProcess *nextLive = nullptr, *previousLive = nullptr;

  StackProcess() : Process(TaskKind::StackProcess) { timer.process = this; }
};

} // namespace circtsim::sched

#endif
