//===- TimeWheel.h - events of future times ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TIMEWHEEL_H
#define CIRCTSIM_SCHED_TIMEWHEEL_H

#include "Sched/Task.h"

#include <cstddef>

namespace circtsim::sched {

/// A hierarchical timing wheel: eleven levels of 64 buckets, one level per six
/// bits of the time. An event lies on the level of the highest six-bit digit
/// in which its time differs from the present. Insertion and removal take
/// constant time; an event moves down at most once per level. Events of one
/// time come out in the order of insertion.
class TimeWheel {
public:
  /// Inserts a task for `time`, which must be later than now().
  void insert(TimedTask *task, uint64_t time);
  /// Removes a task that is in the wheel.
  void remove(TimedTask *task);
  bool empty() const { return levels == 0; }
  size_t size() const { return count; }
  uint64_t now() const { return present; }
  /// Earliest time in the wheel; only if not empty.
  uint64_t nextTime() const;
  /// Advances to the earliest time and calls `deliver(task)` for each of its
  /// tasks in order; they have left the wheel.
  template <typename Deliver> void advance(Deliver deliver) {
    TimedTask *task = takeEarliest();
    while (task) {
      TimedTask *next = task->nextTimed;
      task->nextTimed = task->previousTimed = nullptr;
      deliver(task);
      task = next;
    }
  }

private:
  struct Bucket {
    TimedTask *first = nullptr, *last = nullptr;
  };
  static constexpr unsigned Levels = 11, Digits = 64;
  TimedTask *takeEarliest();
  void link(TimedTask *task);
  static void appendTo(Bucket &bucket, TimedTask *task);

  uint64_t present = 0;
  uint32_t levels = 0;            ///< bit per level that is not empty
  size_t count = 0;
  uint64_t occupied[Levels] = {}; ///< bit per bucket that is not empty
  Bucket buckets[Levels][Digits];
};

} // namespace circtsim::sched

#endif
