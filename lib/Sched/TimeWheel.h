//===- TimeWheel.h - events of future times ---------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_TIMEWHEEL_H
#define CIRCTSIM_SCHED_TIMEWHEEL_H

#include "Sched/Task.h"

#include <bit>
#include <cassert>
#include <cstddef>
#include <utility>

namespace circtsim::sched {

/// A hierarchical timing wheel: eleven levels of 64 buckets, one level per six
/// bits of the time. An event lies on the level of the highest six-bit digit
/// in which its time differs from the present. Insertion and removal take
/// constant time; an event moves down at most once per level. Events of one
/// time come out in the order of insertion. A task that is alone needs no place in them.
class TimeWheel {
public:
  /// Inserts a task for `time`, which must be later than now().
  void insert(TimedTask *task, uint64_t time) {
    assert(time > present && "events of the present belong into a region queue");
    assert(!task->bucket && "the task is in the wheel already");
    task->time = time;
    if (count++ == 0) {
      alone = task;
      task->bucket = Alone;
      return;
    }
    if (alone) [[unlikely]]
      link(std::exchange(alone, nullptr));
    link(task);
  }
  /// Removes a task that is in the wheel.
  void remove(TimedTask *task);
  bool empty() const { return count == 0; }
  size_t size() const { return count; }
  uint64_t now() const { return present; }
  /// Earliest time in the wheel; only if not empty.
  uint64_t nextTime() const;
  /// Advances to the earliest time and calls `deliver(task)` for each of its
  /// tasks in order; they have left the wheel.
  template <typename Deliver> void advance(Deliver deliver) {
    TimedTask *task = alone;
    if (task) {
      alone = nullptr;
      present = task->time;
    } else {
      task = takeEarliest();
    }
    while (task) {
      TimedTask *next = task->nextTimed;
      task->nextTimed = task->previousTimed = nullptr;
      task->bucket = 0;
      --count;
      deliver(task);
      task = next;
    }
  }

private:
  struct Bucket {
    TimedTask *first = nullptr, *last = nullptr;
  };
  static constexpr unsigned Levels = 11, Digits = 64;
  /// The tasks of the earliest time, which becomes the present; still counted.
  TimedTask *takeEarliest();
  void link(TimedTask *task) {
    unsigned level = (63 - unsigned(std::countl_zero(task->time ^ present))) / 6;
    unsigned digit = (task->time >> (6 * level)) & (Digits - 1);
    task->bucket = uint16_t(1 + level * Digits + digit);
    appendTo(buckets[level][digit], task);
    occupied[level] |= uint64_t(1) << digit;
    levels |= 1u << level;
  }
  static void appendTo(Bucket &bucket, TimedTask *task) {
    task->previousTimed = bucket.last;
    task->nextTimed = nullptr;
    (bucket.last ? bucket.last->nextTimed : bucket.first) = task;
    bucket.last = task;
  }

  static constexpr uint16_t Alone = 1 + Levels * Digits; ///< bucket of a task that is alone

  uint64_t present = 0;
  TimedTask *alone = nullptr;     ///< the only task, if it came while there was none
  uint32_t levels = 0;            ///< bit per level that is not empty
  size_t count = 0;
  uint64_t occupied[Levels] = {}; ///< bit per bucket that is not empty
  Bucket buckets[Levels][Digits];
};

} // namespace circtsim::sched

#endif
