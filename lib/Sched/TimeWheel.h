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
  struct Cursor;
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
    /// There must be room.
    void push(TimedTask *task) {
      task->position = size;
      tasks[size++] = task;
      ++live;
      isMixed |= task->kind != TaskKind::TableChange;
    }
    void clear() {
      size = live = 0;
      isMixed = false;
    }
    /// Room for `count` more: enlarged, or packed if many have been removed.
    void makeRoom(uint32_t count);
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
  void push(Bucket &bucket, TimedTask *task) {
    if (bucket.size == bucket.capacity) [[unlikely]]
      makeRoom(bucket, 1);
    bucket.push(task);
  }
  void makeRoom(Bucket &bucket, uint32_t count);
  /// Moves the tasks of the earliest time, which becomes the present, to `due`; still counted.
  void takeEarliest();
  void enter(unsigned level, unsigned digit) {
    occupied[level] |= uint64_t(1) << digit;
    levels |= 1u << level;
  }
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
    push(buckets[level][digit], task);
    enter(level, digit);
  }

  static constexpr uint16_t Alone = 1 + Levels * Digits; ///< bucket of a task that is alone

  uint64_t present = 0;
  TimedTask *alone = nullptr;     ///< the only task, if it came while there was none
  uint32_t levels = 0;            ///< bit per level that is not empty
  size_t count = 0;
  uint64_t occupied[Levels] = {}; ///< bit per bucket with tasks
  TimedTask nobody{TaskKind::TableChange}; ///< stands for tasks that are not wanted
  Bucket due, mixed;              ///< empty between the calls
  Bucket spare;                   ///< the room of a bucket that became empty, for the next one
  Bucket buckets[Levels][Digits];
};

/// Where the next changes of outputs with one delay are inserted.
struct TimeWheel::Cursor {
  static constexpr uint64_t Closed = ~uint64_t(0);
  uint64_t delay = Closed;
  uint64_t time = 0;
  uint64_t header = 0;   ///< of the next task
  Task **next = nullptr; ///< end of the bucket, which has room

  /// Inserts if `isWanted`; else `nobody` takes the place of the task. No jump depends on
  /// that: it may be hard to predict.
  [[gnu::always_inline]] void insertIf(bool isWanted, TimedTask *task, TimedTask *nobody) {
    *next = task;
    TimedTask *target = __builtin_unpredictable(isWanted) ? task : nobody;
    target->setHeader(header);
    target->time = time;
    next += isWanted;
    header += uint64_t(isWanted) << 32;
  }
};

/// Inserts many changes of outputs that mostly have the same delay. While it is open nothing
/// else may use the wheel.
class TimeWheel::Inserter {
public:
  explicit Inserter(TimeWheel &wheel) : wheel(wheel) {}
  ~Inserter() { close(); }
  Inserter(const Inserter &) = delete;
  Inserter &operator=(const Inserter &) = delete;

  /// To be copied into registers, and back before other calls.
  Cursor cursor;
  TimedTask *nobody() const { return &wheel.nobody; }

  /// Prepares for at most `count` tasks with a delay that is neither 0 nor the greatest
  /// number. False if they must be inserted otherwise.
  bool open(uint64_t delay, size_t count) {
    if (!wheel.count || wheel.alone || delay > ~uint64_t(0) - wheel.present)
      return false;
    cursor.delay = delay;
    cursor.time = wheel.present + delay;
    level = wheel.levelOf(cursor.time);
    digit = digitOf(cursor.time, level);
    bucket = &wheel.buckets[level][digit];
    if (bucket->capacity - bucket->size < count)
      wheel.makeRoom(*bucket, uint32_t(count));
    cursor.next = bucket->tasks + bucket->size;
    cursor.header =
        TimedTask::headerOf(TaskKind::TableChange, numberOf(level, digit), bucket->size);
    return true;
  }
  /// From here to the next open() the wheel may be used.
  void close() {
    if (std::exchange(cursor.delay, Cursor::Closed) == Cursor::Closed)
      return;
    uint32_t added = uint32_t(cursor.next - bucket->tasks) - bucket->size;
    if (!added)
      return;
    bucket->size += added;
    bucket->live += added;
    wheel.count += added;
    wheel.enter(level, digit);
  }

private:
  TimeWheel &wheel;
  Bucket *bucket = nullptr;
  unsigned level = 0, digit = 0; ///< of the bucket
};

} // namespace circtsim::sched

#endif
