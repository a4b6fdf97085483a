//===- Task.h - what event queues hold --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TASK_H
#define CIRCTSIM_SCHED_TASK_H

#include <cstdint>

namespace circtsim::sched {

enum class TaskKind : uint8_t {
  StaticProcess, ///< run-to-completion process (Process)
  StackProcess,  ///< process with frames of its own
  Drive,         ///< inertial drive whose delay has passed (PendingDrive)
  DelayedNba,    ///< nonblocking assignment after a delay (DelayedNba)
  EventNba,      ///< nonblocking assignment after an event control (EventNba)
  Callback,      ///< a function of ours (CallbackTask)
  Wake,          ///< timer of a StackProcess
};

/// Bits of Task::flags. A trigger starts a static process if of the three
/// lowest bits Armed alone is set: one mask and one compare.
enum TaskFlag : uint8_t {
  TaskArmed = 1,    ///< time 0 has reached it
  TaskPending = 2,  ///< in a queue
  TaskRunning = 4,  ///< ignores its own events (not set for self-triggering processes)
  TaskKilled = 8,   ///< to be dropped by the queue that holds it
  TaskReactive = 16,///< belongs to the reactive region set (program blocks, LRM 24.3.1)
  TaskRunAtStart = 32, ///< static: time 0 runs it instead of only arming it
  TaskSelfTriggering = 64,
};
inline constexpr uint8_t TaskTriggerMask = TaskArmed | TaskPending | TaskRunning;

/// Intrusive member of one FIFO queue.
struct Task {
  Task *next = nullptr;
  TaskKind kind;
  uint8_t flags = 0;
  explicit Task(TaskKind kind, uint8_t flags = 0) : kind(kind), flags(flags) {}
};

/// FIFO of tasks; nothing is allocated.
struct TaskQueue {
  Task *first = nullptr;
  Task **last = &first;
  TaskQueue() = default;
  TaskQueue(const TaskQueue &) = delete;
  TaskQueue &operator=(const TaskQueue &) = delete;

  bool empty() const { return !first; }
  void push(Task *task) {
    task->next = nullptr;
    *last = task;
    last = &task->next;
  }
  Task *pop() {
    Task *task = first;
    first = task->next;
    if (!first)
      last = &first;
    return task;
  }
  /// Moves everything of `other` behind what is here.
  void append(TaskQueue &other) {
    if (other.empty())
      return;
    *last = other.first;
    last = other.last;
    other.first = nullptr;
    other.last = &other.first;
  }
};

/// A task that waits for a point in time. Member of the time wheel while
/// `bucket` is not 0.
struct TimedTask : Task {
  uint16_t bucket = 0; ///< number of its bucket in the wheel, from 1; 0: not there
  TimedTask *previousTimed = nullptr, *nextTimed = nullptr;
  uint64_t time = 0; ///< ticks
  using Task::Task;
};

/// A callback at a time or in a region. Owned by whoever schedules it; may be
/// scheduled again from inside the call.
struct CallbackTask : TimedTask {
  void (*function)(void *data) = nullptr;
  void *data = nullptr;
  CallbackTask() : TimedTask(TaskKind::Callback) {}
};

} // namespace circtsim::sched

#endif
