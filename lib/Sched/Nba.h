//===- Nba.h - nonblocking assignments and scheduled drives -----*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_NBA_H
#define CIRCTSIM_SCHED_NBA_H

#include "Model/NbaBuffer.h"
#include "Sched/Task.h"
#include "Sched/Watch.h"

#include <memory>
#include <vector>

namespace circtsim::sched {

using model::NbaEntry;
using model::NbaKind;

/// Target of a Part, Wide or Copy store.
struct NbaTarget {
  int64_t lo;         ///< first bit, may lie outside the object
  uint32_t width;     ///< bits (Copy: bytes)
  uint32_t unitWidth; ///< bits of the whole object
};

/// Entries in the order of execution. Fixed entries in one flat buffer; wide
/// values and part descriptions in another.
class NbaQueue {
public:
  model::NbaBuffer entries; ///< generated code appends to it
  std::vector<uint64_t> side;

  bool empty() const { return entries.empty(); }
  /// A whole scalar of at most 64 bits.
  void push(uint8_t *address, model::SignalId signal, NbaKind kind, uint64_t a, uint64_t b) {
    entries.push({address, signal, kind, kind >= NbaKind::L8, 0, a, b});
  }
  /// Part or wide object. Values above 64 bits and all parts go through `side`:
  /// {lo, width | unitWidth << 32, a words, b words if four-state}.
  void pushBits(uint8_t *address, model::SignalId signal, NbaTarget target, bool isFour,
                const uint64_t *a, const uint64_t *b);
  /// A whole object of `bytes` bytes; the value is taken now.
  void pushCopy(uint8_t *address, model::SignalId signal, const uint8_t *source, uint64_t bytes,
                uint64_t planeDistance);
  void pushTrigger(model::EventObject *event);

  void clear() {
    entries.clear();
    side.clear();
  }
};

/// An entry that changed its target, and what was there before.
struct NbaChange {
  const NbaEntry *entry;
  uint64_t oldA, oldB;
};

/// A nonblocking assignment (or ->>) on its way through time: an NbaQueue of
/// one entry, appended to the NBA queue when its time comes.
struct DelayedNba : TimedTask {
  NbaQueue queue;
  bool isReactive = false;
  DelayedNba *nextFree = nullptr;
  DelayedNba() : TimedTask(TaskKind::DelayedNba) {}
};

/// `q <= repeat (n) @(...) v`: enters the NBA region when its events came.
struct EventNba : Task {
  NbaQueue queue;
  WaitSet waits;
  uint64_t remaining = 1;
  bool isReactive = false;
  EventNba *nextFree = nullptr;
  EventNba() : Task(TaskKind::EventNba) {}
};

/// The scheduled inertial change of one driver (LRM 10.3.3, 28.16) that drives a whole object
/// of at most 64 bits. One per driver, reused for its next change; one cache line.
struct alignas(64) PendingDrive : TimedTask {
  model::SignalId signal = model::NoSignal;
  uint8_t width = 0; ///< bits; 0: a PartDrive
  bool isFour = true;
  uint64_t a = 0, b = 0;
  PendingDrive() : TimedTask(TaskKind::Drive) {}
  /// In the wheel, or queued for this time and not taken back.
  bool isScheduled() const {
    return bucket || (flags & (TaskPending | TaskKilled)) == TaskPending;
  }
};
static_assert(sizeof(PendingDrive) == 64);

/// The same for a part of an object, an element, or an object of more than 64 bits.
struct PartDrive : PendingDrive {
  uint8_t *address = nullptr;
  int64_t lo = 0;
  static constexpr uint32_t Object = 0; ///< as unitWidth: an unpacked object
  uint32_t bits = 0, unitWidth = 0;
  std::unique_ptr<uint64_t[]> words; ///< a words, b words
  PartDrive *nextOfSignal = nullptr;
};

} // namespace circtsim::sched

#endif
