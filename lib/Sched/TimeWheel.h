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
  class Inserter;
  /// Removes a task that is in the wheel.
  void remove(TimedTask *task) {
    if (task == alone) [[unlikely]]
      return removeLast(task);
    Bucket &bucket = (&buckets[0][0])[task->bucket - 1u];
    if (bucket.live == 1) [[unlikely]]
      return removeLast(task);
    --count;
    --bucket.live;
    bucket.tasks[task->position] = nullptr;
    task->bucket = 0;
  }
  bool empty() const { return count == 0; }
  size_t size() const { return count; }
  uint64_t now() const { return present; }
  /// Earliest time in the wheel; only if not empty.
  uint64_t nextTime() const;
  /// Advances to the earliest time and calls `deliver(task)` for each of its
  /// tasks in order; they have left the wheel. `deliver` must not insert.
  template <typename Deliver> void advance(Deliver deliver) {
    if (alone) {
      TimedTask *task = std::exchange(alone, nullptr);
      present = task->time;
      task->bucket = 0;
      count = 0;
      deliver(task);
      return;
    }
    takeEarliest();
    deliverDue(deliver);
  }
  /// The same, but if the tasks are changes of outputs and nothing else, `changes`, which
  /// is empty, takes them all as they are, with their bucket: who executes them clears it.
  template <typename Deliver> void advance(TaskQueue &changes, Deliver deliver) {
    if (alone)
      return advance(deliver);
    takeEarliest();
    if (due.isMixed || due.live != due.size)
      return deliverDue(deliver);
    count -= due.live;
    due.exchange(changes);
  }

private:
  /// Tasks in the order of insertion; those that were removed have left a null behind.
  struct Bucket {
    Task **tasks = nullptr;
    uint32_t size = 0, capacity = 0;
    uint32_t live = 0;   ///< entries that are not null
    bool isMixed = false; ///< may hold others than changes of outputs
    Bucket() = default;
    Bucket(const Bucket &) = delete;
    Bucket &operator=(const Bucket &) = delete;
    ~Bucket() { delete[] tasks; }
    void push(TimedTask *task) {
      if (size == capacity) [[unlikely]]
        makeRoom();
      task->position = size;
      tasks[size++] = task;
      ++live;
      isMixed |= task->kind != TaskKind::TableChange;
    }
    void clear() {
      size = live = 0;
      isMixed = false;
    }
    void makeRoom();
    uint64_t earliest() const;
    /// Gives everything to an empty queue and takes its room.
    void exchange(TaskQueue &queue) {
      std::swap(tasks, queue.first);
      queue.last = queue.first + size;
      uint32_t room = capacity;
      capacity = uint32_t(queue.limit - tasks);
      queue.limit = queue.first + room;
      clear();
    }
    void swap(Bucket &other) {
      std::swap(tasks, other.tasks);
      std::swap(size, other.size);
      std::swap(capacity, other.capacity);
      std::swap(live, other.live);
      std::swap(isMixed, other.isMixed);
    }
  };
  template <typename Deliver> void deliverDue(Deliver deliver) {
    constexpr size_t ahead = 8;
    for (size_t i = 0; i != due.size; ++i) {
      auto *task = static_cast<TimedTask *>(due.tasks[i]);
      if (i + ahead < due.size)
        __builtin_prefetch(due.tasks[i + ahead], 1);
      if (!task)
        continue;
      task->bucket = 0;
      deliver(task);
    }
    count -= due.live;
    due.clear();
  }
  static constexpr unsigned Levels = 11, Digits = 64;
  void removeLast(TimedTask *task);
  struct Place {
    Bucket *bucket; ///< null: none
  };
  /// Inserts a task, unless its time is never, and gives its bucket.
  Place insertFirst(TimedTask *task, uint64_t delay);
  /// Moves the tasks of the earliest time, which becomes the present, to `due`; still counted.
  void takeEarliest();
  void leave(unsigned level, unsigned digit) {
    occupied[level] &= ~(uint64_t(1) << digit);
    if (!occupied[level])
      levels &= ~(1u << level);
  }
  unsigned levelOf(uint64_t time) const {
    return (63 - unsigned(std::countl_zero(time ^ present))) / 6;
  }
  static unsigned digitOf(uint64_t time, unsigned level) {
    return (time >> (6 * level)) & (Digits - 1);
  }
  static uint16_t numberOf(unsigned level, unsigned digit) {
    return uint16_t(1 + level * Digits + digit);
  }
  void link(TimedTask *task) {
    unsigned level = levelOf(task->time), digit = digitOf(task->time, level);
    task->bucket = numberOf(level, digit);
    buckets[level][digit].push(task);
    occupied[level] |= uint64_t(1) << digit;
    levels |= 1u << level;
  }

  static constexpr uint16_t Alone = 1 + Levels * Digits; ///< bucket of a task that is alone

  uint64_t present = 0;
  TimedTask *alone = nullptr;     ///< the only task, if it came while there was none
  uint32_t levels = 0;            ///< bit per level that is not empty
  size_t count = 0;
  uint64_t occupied[Levels] = {}; ///< bit per bucket with tasks
  Bucket due, mixed;              ///< empty between the calls
  Bucket buckets[Levels][Digits];
};

/// Inserts tasks that mostly have the same delay, with its state in registers. Nothing else
/// may use the wheel meanwhile, except through it.
class TimeWheel::Inserter {
public:
  explicit Inserter(TimeWheel &wheel) : wheel(wheel) {}
  ~Inserter() { close(); }
  void remove(TimedTask *task) {
    close();
    wheel.remove(task);
  }
  /// Inserts if `isWanted`. No jump depends on that: it may be hard to predict.
  void insertIf(bool isWanted, TimedTask *task, uint64_t delay) {
    if (delay != openDelay || next == limit) [[unlikely]] {
      close();
      if (isWanted)
        open(task, delay);
      return;
    }
    *next = task;
    auto choose = [isWanted](auto now, auto old) {
      return __builtin_unpredictable(isWanted) ? now : old;
    };
    task->bucket = choose(number, task->bucket);
    task->position = choose(uint32_t(next - first), task->position);
    task->time = choose(openTime, task->time);
    next += isWanted;
  }

  /// From here to the next call the wheel may be used.
  void close() {
    if (!bucket)
      return;
    auto added = uint32_t(next - first) - bucket->size;
    bucket->size += added;
    bucket->live += added;
    wheel.count += added;
    bucket = nullptr;
    openDelay = 0;
  }

private:
  /// Inserts the task and looks up the bucket of that time.
  void open(TimedTask *task, uint64_t delay) {
    Place place = wheel.insertFirst(task, delay);
    if (!place.bucket)
      return;
    bucket = place.bucket;
    openDelay = delay;
    openTime = task->time;
    number = task->bucket;
    first = bucket->tasks;
    next = first + bucket->size;
    limit = first + bucket->capacity;
  }
  TimeWheel &wheel;
  Bucket *bucket = nullptr;
  uint64_t openDelay = 0, openTime = 0; ///< delay 0: closed
  Task **first = nullptr, **next = nullptr, **limit = nullptr;
  uint16_t number = 0;
};

} // namespace circtsim::sched

#endif
