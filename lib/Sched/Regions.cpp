//===- Regions.cpp - the event loop ------------------------------------------===//
//
// The loop of LRM 4.5: within a time step the active set (active, inactive, NBA)
// is executed until it is empty, then the reactive set, and so on until both
// are; then the postponed callbacks; then time advances. docs/scheduling.md
// quotes the clauses.
//
// The active queue is executed in batches ("rounds"): tasks queued meanwhile form
// the next round, which keeps first-in first-out order and counts deltas.
//
//===----------------------------------------------------------------------===//
#include "Sched/Tables.h"

#include <algorithm>

namespace circtsim::sched {

using namespace circtsim::model;

void Scheduler::endOf(ExitStatus status) {
  if (status == ExitStatus::Finish)
    requestStop(stopRequested ? stopReason : RunEnd::Finish);
  else if (status == ExitStatus::Fault)
    requestStop(RunEnd::Fault);
}

/// Enters the code of a static process. What is not a plain activation (the first one, one
/// that the function's tier is to hear of, one that does not return) is the client's.
[[clang::no_sanitize("function"), gnu::always_inline]] inline ExitStatus Scheduler::activate(Process &process) {
  Function *fn = process.fn;
  if (!fn || !fn->staticFrame || fn->activations + 1 == fn->hotAt) [[unlikely]]
    return client.runStatic(client.context, process);
  ++fn->activations;
  Frame *frame = fn->staticFrame;
  if (process.operands)
    frame->instance->slots = process.operands;
  else
    frame->instance = process.instance;
  frame->pc = 0;
  auto *context = static_cast<runtime::SimContext *>(client.context);
  ExitStatus status = fn->entry.load(std::memory_order_relaxed)(context, frame);
  if (status != ExitStatus::Return) [[unlikely]]
    return client.leftStatic(client.context, frame, status);
  return status;
}

[[gnu::always_inline]] inline void Scheduler::executeStatic(Process &process) {
  uint8_t flags = process.flags & uint8_t(~TaskPending);
  if (!(flags & TaskArmed)) [[unlikely]] {
    flags |= TaskArmed;
    if (!(flags & TaskRunAtStart)) {
      process.flags = flags;
      return;
    }
  }
  if (!(flags & TaskSelfTriggering))
    flags |= TaskRunning;
  process.flags = flags;
  current = &process;
  ++statistics.staticRuns;
  ExitStatus status = activate(process);
  process.flags &= uint8_t(~TaskRunning);
  if (status != ExitStatus::Return) [[unlikely]]
    endOf(status);
}

void Scheduler::executeStack(StackProcess &process) {
  process.flags &= uint8_t(~TaskPending);
  current = &process;
  ++statistics.stackRuns;
  ExitStatus status = client.resume(client.context, process);
  if (process.state == ProcessState::Killed || status == ExitStatus::Return) {
    current = nullptr;
    finishProcess(process);
    return;
  }
  if (status != ExitStatus::Wait)
    endOf(status);
}

void Scheduler::runNow(StackProcess &process) {
  Process *outer = current;
  StackProcess *outerStack = runningStack();
  bool wasOnStack = outerStack && outerStack->isOnNativeStack;
  if (outerStack)
    outerStack->isOnNativeStack = true;
  executeStack(process);
  if (outerStack)
    outerStack->isOnNativeStack = wasOnStack;
  current = outer;
}

/// Takes a queued task that was killed out of its queue.
void Scheduler::drop(Task *task) {
  task->flags &= uint8_t(~(TaskKilled | TaskPending));
  if (task->kind == TaskKind::StackProcess)
    releaseIfDone(*static_cast<StackProcess *>(task));
}

inline void Scheduler::execute(Task *task) {
  switch (task->kind) {
  case TaskKind::StaticProcess:
    executeStatic(*static_cast<Process *>(task));
    return;
  case TaskKind::StackProcess:
    executeStack(*static_cast<StackProcess *>(task));
    return;
  case TaskKind::Drive:
    task->flags &= uint8_t(~TaskPending);
    applyDrive(*static_cast<PendingDrive *>(task));
    return;
  case TaskKind::Callback: {
    task->flags &= uint8_t(~TaskPending);
    auto *callback = static_cast<CallbackTask *>(task);
    callback->function(callback->data);
    return;
  }
  default:
    return;
  }
}

/// Remembers who ran shortly before the delta limit.
void Scheduler::noteRecent(Task *task) {
  constexpr size_t kept = 16;
  const Process *process;
  if (task->kind == TaskKind::TableProcess)
    process = detailsOf(TableProcess::evaluatedBy(task)).owner;
  else if (task->kind == TaskKind::StaticProcess || task->kind == TaskKind::StackProcess)
    process = static_cast<const Process *>(task);
  else
    return;
  std::string name = processName(*process);
  if (recent.size() < kept && std::find(recent.begin(), recent.end(), name) == recent.end())
    recent.push_back(std::move(name));
}

/// Asks for the memory that a task needs which is executed next.
inline void Scheduler::prefetch(const Task &task) const {
  if (task.kind == TaskKind::StaticProcess) {
    auto &process = static_cast<const Process &>(task);
    __builtin_prefetch(process.fn);
    __builtin_prefetch(process.operands);
    __builtin_prefetch(process.drive);
  } else if (task.kind == TaskKind::Drive) {
    auto &drive = static_cast<const PendingDrive &>(task);
    if (drive.signal < CellIds)
      __builtin_prefetch(design.signals[drive.signal].terms);
  }
}

/// Executes table processes from `at` on; the last one that it executed.
inline Task **Scheduler::executeTable(Task **at, Task **end) {
  Task &task = **at;
  if (!(task.flags & TaskArmed)) [[unlikely]] { // the first time
    bool runs = task.flags & TaskRunAtStart;
    task.flags = uint8_t((task.flags & ~(TaskRunAtStart | (runs ? 0 : TaskPending))) | TaskArmed);
    if (!runs)
      return at;
  }
  return executeTables(at, end) - 1;
}

/// Queues what a round that stops has not executed.
static void leave(Task *task, TaskQueue &queue) {
  if (task->kind == TaskKind::TableChange) // may have come with its bucket
    static_cast<TableChange *>(task)->bucket = TableChange::Delivered;
  queue.push(task);
}

/// One round. False: the run ends.
bool Scheduler::runActive(TaskQueue &queue) {
  constexpr uint64_t observedRounds = 32;
  executing.swap(queue);
  ++statistics.rounds;
  bool nearLimit = ++roundsInStep + observedRounds > maxRounds;
  if (roundsInStep > maxRounds) {
    stopReason = RunEnd::DeltaLimit;
    stopRequested = true;
  }
  for (Task **at = executing.first, **end = executing.last; at != end; ++at) {
    if (stopRequested) [[unlikely]] { // what was not executed stays queued
      std::for_each(at, end, [&](Task *left) { leave(left, queue); });
      executing.clear();
      return false;
    }
    Task *task = *at;
    if (nearLimit) [[unlikely]]
      noteRecent(task);
    if (task->flags & TaskKilled) [[unlikely]] {
      drop(task);
    } else if (task->kind == TaskKind::TableProcess) {
      at = executeTable(at, nearLimit ? at + 1 : end);
    } else if (task->kind == TaskKind::TableChange) {
      at = changeOutputs(at, nearLimit ? at + 1 : end) - 1;
    } else {
      if (at + 1 != end)
        prefetch(*at[1]);
      execute(task);
    }
    if (isPollRequested() && client.poll && !client.poll(client.context))
      requestStop(RunEnd::Interrupt);
  }
  executing.clear();
  current = nullptr;
  return !stopRequested;
}

bool Scheduler::runActiveSet() {
  for (;;) {
    if (!active.empty()) {
      if (!runActive(active))
        return false;
    } else if (!inactive.empty()) {
      active.append(inactive);
    } else if (!activeNba.empty()) {
      applyNba(activeNba);
    } else {
      return true;
    }
  }
}

/// What its processes assign nonblocking belongs to the reactive set: drives of clocking
/// blocks (LRM 14.16).
bool Scheduler::runObserved() {
  useNba(reactiveNba);
  bool goesOn = runActive(observed);
  useNba(activeNba);
  return goesOn;
}

bool Scheduler::runReactiveSet() {
  useNba(reactiveNba);
  bool goesOn = true;
  while (goesOn) {
    if (!reactive.empty())
      goesOn = runActive(reactive);
    else if (!reInactive.empty())
      reactive.append(reInactive);
    else if (!reactiveNba.empty())
      applyNba(reactiveNba);
    else
      break;
  }
  useNba(activeNba);
  return goesOn;
}

bool Scheduler::runRegions() {
  for (;;) {
    if (!runActiveSet())
      return false;
    if (!observed.empty()) {
      if (!runObserved())
        return false;
      continue;
    }
    if (reactive.empty() && reInactive.empty() && reactiveNba.empty())
      return true;
    if (!runReactiveSet())
      return false;
    if (active.empty() && inactive.empty() && activeNba.empty() && observed.empty())
      return true;
  }
}

void Scheduler::runPostponed() {
  if (!postponed.empty()) {
    std::vector<Callback> once;
    once.swap(postponed);
    for (Callback &callback : once)
      callback();
  }
  for (size_t i = 0; i != stepEnd.size(); ++i)
    stepEnd[i]();
}

inline void Scheduler::deliver(TimedTask *task) {
  if (task->kind == TaskKind::TableChange) {
    task->bucket = TableChange::Delivered;
    active.push(task);
    return;
  }
  switch (task->kind) {
  case TaskKind::Wake: {
    StackProcess &process = *static_cast<WakeTimer *>(task)->process;
    if (process.isSuspended) [[unlikely]]
      return wake(process);
    process.state = ProcessState::Ready;
    enqueue(process);
    return;
  }
  case TaskKind::DelayedNba:
    schedule(static_cast<DelayedNba *>(task), 0);
    return;
  default:
    enqueue(*task);
    return;
  }
}

bool Scheduler::advanceTime() {
  if (wheel.empty())
    return false;
  if (maxTime != ~uint64_t(0) && wheel.nextTime() > maxTime) {
    stopReason = RunEnd::TimeLimit;
    return false;
  }
  auto deliverOne = [this](TimedTask *task) { deliver(task); };
  if (active.empty()) [[likely]]
    wheel.advance(active, deliverOne);
  else
    wheel.advance(deliverOne);
  ++stepNumber;
  ++statistics.timeSteps;
  roundsInStep = 0;
  return true;
}

RunEnd Scheduler::run() {
  stopReason = RunEnd::NoEvents;
  startSwitches();
  for (Task *process : waitingFromStart) // not earlier: initialisers are no events (6.8)
    process->flags |= TaskArmed;
  do {
    if (!runRegions())
      return stopReason;
    runPostponed();
    if (stopRequested)
      return stopReason;
  } while (advanceTime());
  return stopReason;
}

RunEnd Scheduler::runFinals() {
  stopRequested = false;
  stopReason = RunEnd::NoEvents;
  for (Process *process : finals) {
    executeStatic(*process);
    if (stopRequested)
      break;
  }
  current = nullptr;
  return stopReason;
}

} // namespace circtsim::sched
