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
// A bucket is an array: walking it touches only the tasks, and those can be fetched
// ahead. A removed task leaves a null; when a full array consists of nulls by half or
// more it is packed instead of enlarged, so that insertion remains constant on average.
// An empty bucket hands its array on to the next one that needs one: with short delays
// only a few arrays are in use, and stay in the caches.
//
//===----------------------------------------------------------------------===//
#include "Sched/TimeWheel.h"

namespace circtsim::sched {

void TimeWheel::makeRoom(Bucket &bucket, uint32_t count) {
  if (!bucket.capacity)
    bucket.swap(spare);
  if (bucket.capacity - bucket.size < count)
    bucket.makeRoom(count);
}

void TimeWheel::Bucket::makeRoom(uint32_t count) {
  bool isLarger = live + count > capacity / 2;
  Task **old = tasks, **to = tasks;
  if (isLarger) {
    capacity = 2 * std::max(capacity, count) + 4;
    to = new Task *[capacity];
  }
  uint32_t used = 0;
  for (uint32_t i = 0; i != size; ++i)
    if (auto *task = static_cast<TimedTask *>(old[i])) {
      task->position = used;
      to[used++] = task;
    }
  size = used;
  tasks = to;
  if (isLarger)
    delete[] old;
}

uint64_t TimeWheel::Bucket::earliest() const {
  uint64_t time = ~uint64_t(0);
  for (uint32_t i = 0; i != size; ++i)
    if (tasks[i])
      time = std::min(time, static_cast<TimedTask *>(tasks[i])->time);
  return time;
}

/// Of its bucket, or the one that is alone.
void TimeWheel::removeLast(TimedTask *task) {
  --count;
  if (task == alone) {
    alone = nullptr;
    task->bucket = 0;
    return;
  }
  unsigned index = task->bucket - 1u;
  Bucket &bucket = (&buckets[0][0])[index];
  task->bucket = 0;
  bucket.tasks[task->position] = nullptr;
  if (--bucket.live)
    return;
  bucket.clear();
  leave(index / Digits, index % Digits);
}

uint64_t TimeWheel::nextTime() const {
  if (alone)
    return alone->time;
  unsigned level = std::countr_zero(levels);
  unsigned digit = std::countr_zero(occupied[level]);
  if (level == 0)
    return (present & ~uint64_t(Digits - 1)) | digit;
  return buckets[level][digit].earliest();
}

void TimeWheel::takeEarliest() {
  unsigned level = std::countr_zero(levels);
  unsigned digit = std::countr_zero(occupied[level]);
  leave(level, digit);
  if (level == 0) {
    present = (present & ~uint64_t(Digits - 1)) | digit;
    due.swap(buckets[0][digit]);
    if (buckets[0][digit].capacity > spare.capacity)
      spare.swap(buckets[0][digit]);
    return;
  }
  mixed.swap(buckets[level][digit]);
  present = mixed.earliest();
  for (uint32_t i = 0; i != mixed.size; ++i) {
    auto *task = static_cast<TimedTask *>(mixed.tasks[i]);
    if (!task)
      continue;
    if (task->time == present)
      push(due, task);
    else
      link(task);
  }
  mixed.clear();
}

} // namespace circtsim::sched
