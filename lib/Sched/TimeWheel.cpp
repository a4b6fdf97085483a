//===- TimeWheel.cpp - a hierarchical timing wheel ---------------------------===//
//
// Level L holds events whose time agrees with the present in all six-bit digits
// above L and is greater in digit L; the bucket is that digit. So the earliest
// event is in the first occupied bucket of the lowest occupied level, and only
// level 0 buckets are known to hold one single time.
//
// Opening a bucket of a higher level finds its earliest time, makes that the
// present and moves the other events down: they agree with the new present in
// digit L. A bucket with one event, the usual case for clocks, needs no search.
// Order among events of one time is kept, because a bucket is opened before an
// event can be inserted below it.
//
//===----------------------------------------------------------------------===//
#include "Sched/TimeWheel.h"

namespace circtsim::sched {

void TimeWheel::remove(TimedTask *task) {
  if (task == alone) {
    alone = nullptr;
    task->bucket = 0;
    --count;
    return;
  }
  unsigned index = task->bucket - 1u, level = index / Digits;
  Bucket *bucket = &buckets[0][0] + index;
  (task->previousTimed ? task->previousTimed->nextTimed : bucket->first) = task->nextTimed;
  (task->nextTimed ? task->nextTimed->previousTimed : bucket->last) = task->previousTimed;
  task->bucket = 0;
  task->nextTimed = task->previousTimed = nullptr;
  --count;
  if (bucket->first)
    return;
  occupied[level] &= ~(uint64_t(1) << (index % Digits));
  if (!occupied[level])
    levels &= ~(1u << level);
}

uint64_t TimeWheel::nextTime() const {
  if (alone)
    return alone->time;
  unsigned level = std::countr_zero(levels);
  const Bucket &bucket = buckets[level][std::countr_zero(occupied[level])];
  uint64_t earliest = bucket.first->time;
  if (level != 0)
    for (const TimedTask *task = bucket.first->nextTimed; task; task = task->nextTimed)
      if (task->time < earliest)
        earliest = task->time;
  return earliest;
}

TimedTask *TimeWheel::takeEarliest() {
  unsigned level = std::countr_zero(levels);
  unsigned digit = std::countr_zero(occupied[level]);
  Bucket taken = buckets[level][digit];
  buckets[level][digit] = {};
  occupied[level] &= ~(uint64_t(1) << digit);
  if (!occupied[level])
    levels &= ~(1u << level);

  if (level == 0 || taken.first == taken.last) {
    present = taken.first->time;
    return taken.first;
  }

  uint64_t earliest = taken.first->time;
  for (TimedTask *task = taken.first; task; task = task->nextTimed)
    if (task->time < earliest)
      earliest = task->time;
  present = earliest;
  Bucket due;
  for (TimedTask *task = taken.first, *next; task; task = next) {
    next = task->nextTimed;
    if (task->time != earliest) {
      link(task);
      continue;
    }
    appendTo(due, task);
  }
  return due.first;
}

} // namespace circtsim::sched
