//===- Notify.h - the news of a change, where it is made ---------*- C++ -*-===//
//
// Most stores that change a signal concern its first word, and somebody who waits for any
// change: that way is inline. Watch.cpp has the others.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_SCHED_NOTIFY_H
#define CIRCTSIM_SCHED_NOTIFY_H

#include "Sched/Store.h"

namespace circtsim::sched {

/// The bits of a word that changed, for terms without edges.
struct AnyChanges {
  AnyChanges(uint64_t oldA, uint64_t oldB, uint64_t newA, uint64_t newB)
      : changed((oldA ^ newA) | (oldB ^ newB)) {}
  uint64_t of(const StaticTerm &) const { return changed; }
  bool any() const { return changed != 0; }
  void shiftLeft(unsigned count) { changed <<= count; }
  void shiftRight(unsigned count) { changed >>= count; }
  uint64_t changed;
};

/// The same by StaticTerm::Select (Table 9-2).
struct EdgeChanges {
  EdgeChanges(uint64_t oldA, uint64_t oldB, uint64_t newA, uint64_t newB) {
    uint64_t changed = (oldA ^ newA) | (oldB ^ newB);
    uint64_t from0 = ~(oldA | oldB), to0 = ~(newA | newB);
    uint64_t from1 = oldA & ~oldB, to1 = newA & ~newB;
    bits[StaticTerm::Any] = changed;
    bits[StaticTerm::Pos] = changed & (from0 | to1);
    bits[StaticTerm::Neg] = changed & (from1 | to0);
    bits[StaticTerm::Both] = bits[StaticTerm::Pos] | bits[StaticTerm::Neg];
  }
  uint64_t of(const StaticTerm &term) const { return bits[term.select()]; }
  bool any() const { return bits[StaticTerm::Any] != 0; }
  void shiftLeft(unsigned count) {
    for (uint64_t &word : bits)
      word <<= count;
  }
  void shiftRight(unsigned count) {
    for (uint64_t &word : bits)
      word >>= count;
  }
  uint64_t bits[4];
};
inline void Scheduler::fire(Task &task) {
  task.flags &= uint8_t(~TaskRowKnown);
  if ((task.flags & TaskTriggerMask) == TaskArmed)
    enqueue(task);
}

/// Queues one process if it is not queued already, which is decided without a jump. `end`,
/// behind the last one of the active queue, has room.
inline Task **Scheduler::fireAt(Task **end, Task &process) {
  uint8_t flags = process.flags & uint8_t(~TaskRowKnown);
  if (flags & TaskReactive) [[unlikely]] {
    fire(process);
    return end;
  }
  bool fires = (flags & TaskTriggerMask) == TaskArmed;
  *end = &process;
  process.flags = uint8_t(flags | (fires ? TaskPending : 0));
  return end + fires;
}

/// Queues the processes of a list that a change concerns.
template <typename Changes>
inline void Scheduler::fireList(const StaticTerm *term, const StaticTerm *last, Changes changes) {
  active.reserve(size_t(last - term));
  Task **end = active.last;
  for (; term != last; ++term)
    if (term->mask & changes.of(*term))
      end = fireAt(end, term->process());
  active.last = end;
}

/// notifyWatchers(), inline.
inline void Scheduler::notifyAtOnce(model::SignalId signal, const uint8_t *address, uint64_t oldA,
                                    uint64_t oldB, uint64_t newA, uint64_t newB) {
  const model::SignalRecord &record = records[signal];
  uint64_t lo = uint64_t(address - record.address) * 8;
  if (lo | unsigned(record.hasSpecialTerms) | unsigned(record.hasWaits))
    return notifyOthers(signal, lo, oldA, oldB, newA, newB);
  fireList(record.terms, record.terms + record.termCount, AnyChanges(oldA, oldB, newA, newB));
}

template <typename Unit, bool IsFour>
inline void Scheduler::storeFromCode(uint8_t *address, model::SignalId signal, uint64_t a,
                                     uint64_t b) {
  if (!isWatchedOnly(signal)) [[unlikely]] {
    if constexpr (IsFour)
      storeL<Unit>(*this, address, signal, a, b);
    else
      storeI<Unit>(*this, address, signal, a);
    return;
  }
  auto plane = [](uint8_t *at, uint64_t value) {
    Unit old, now = Unit(value);
    std::memcpy(&old, at, sizeof(Unit));
    std::memcpy(at, &now, sizeof(Unit));
    return std::pair<uint64_t, uint64_t>(old, now);
  };
  auto [oldA, newA] = plane(address, a);
  auto [oldB, newB] = IsFour ? plane(address + distance, b) : std::pair<uint64_t, uint64_t>();
  notifyAtOnce(signal, address, oldA, oldB, newA, newB);
}

} // namespace circtsim::sched

#endif
