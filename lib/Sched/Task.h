//===- Task.h - what event queues hold --------------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TASK_H
#define CIRCTSIM_SCHED_TASK_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

namespace circtsim::sched {

enum class TaskKind : uint8_t {
  StaticProcess, ///< run-to-completion process (Process)
  TableProcess,  ///< the same, run by a truth table (TableProcess)
  TableChange,   ///< its inertial drive whose delay has passed (TableProcess::Change)
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
  TaskOutputForced = 64, ///< of a TableProcess with a delay, which cannot trigger itself
  TaskRowKnown = 128, ///< of a TableProcess: `row` is what its inputs say
};
inline constexpr uint8_t TaskTriggerMask = TaskArmed | TaskPending | TaskRunning;

/// Member of one queue at a time, as TaskPending says.
struct Task {
  TaskKind kind;
  uint8_t flags = 0;
  explicit Task(TaskKind kind, uint8_t flags = 0) : kind(kind), flags(flags) {}
  /// Of this kind with exactly these flags.
  bool is(TaskKind otherKind, uint8_t otherFlags) const {
    auto word = [](TaskKind k, uint8_t f) { return unsigned(k) | unsigned(f) << 8; };
    return word(kind, flags) == word(otherKind, otherFlags);
  }
};

/// FIFO of tasks. An array, so that a list of processes is appended without a jump per
/// process and the next ones can be fetched ahead; it keeps its room.
struct TaskQueue {
  Task **first = nullptr, **last = nullptr, **limit = nullptr;
  TaskQueue() = default;
  TaskQueue(const TaskQueue &) = delete;
  TaskQueue &operator=(const TaskQueue &) = delete;
  ~TaskQueue() { delete[] first; }

  bool empty() const { return first == last; }
  void clear() { last = first; }
  /// Room for `count` more behind `last`.
  void reserve(size_t count) {
    if (size_t(limit - last) < count) [[unlikely]]
      grow(count);
  }
  void push(Task *task) {
    reserve(1);
    *last++ = task;
  }
  /// Moves everything of `other` behind what is here.
  void append(TaskQueue &other) {
    reserve(size_t(other.last - other.first));
    last = std::copy(other.first, other.last, last);
    other.clear();
  }
  void swap(TaskQueue &other) {
    std::swap(first, other.first);
    std::swap(last, other.last);
    std::swap(limit, other.limit);
  }

private:
  [[gnu::noinline]] void grow(size_t count) {
    size_t used = size_t(last - first), capacity = 2 * used + count + 64;
    auto **larger = new Task *[capacity];
    std::copy(first, last, larger);
    delete[] first;
    first = larger;
    last = first + used;
    limit = first + capacity;
  }
};

/// A task that waits for a point in time. Member of the time wheel while
/// `bucket` is not 0.
struct TimedTask : Task {
  uint16_t bucket = 0;   ///< number of its bucket in the wheel, from 1; 0: not there
  uint32_t position = 0; ///< in the bucket
  uint64_t time = 0; ///< ticks
  using Task::Task;

  /// What lies before `time`, as one word: kind, no flags, bucket, position.
  static uint64_t headerOf(TaskKind kind, uint16_t bucket, uint32_t position) {
    return uint64_t(kind) | uint64_t(bucket) << 16 | uint64_t(position) << 32;
  }
  void setHeader(uint64_t header) {
    std::memcpy(static_cast<void *>(this), &header, sizeof header);
  }
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
