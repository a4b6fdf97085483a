//===- Store.h - stores with notification ------------------------*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_STORE_H
#define CIRCTSIM_SCHED_STORE_H

#include "Model/Storage.h"
#include "Sched/Scheduler.h"

namespace circtsim::sched {

/// A reference as it lies in three frame slots.
struct Reference {
  uint8_t *address = nullptr; ///< a-plane; null: reads as x / 0, writes nothing
  uint64_t signal = model::NoSignal;
  int64_t bit = 0;

  /// The reference in three slots. Slots are words to the compiler: always copy.
  static Reference at(const uint64_t *slots) {
    Reference ref;
    std::memcpy(static_cast<void *>(&ref), slots, sizeof ref);
    return ref;
  }
};
static_assert(sizeof(Reference) == 24);

/// Signal id of references to heap cells: no flag byte; a change is looked up
/// by address while anybody waits on a cell.
inline constexpr model::SignalId CellSignal = model::NoSignal - 1;

/// Stores a whole two-state scalar: compare, write, notify.
template <typename Unit>
inline void storeI(Scheduler &s, uint8_t *address, model::SignalId signal, uint64_t value) {
  Unit old;
  std::memcpy(&old, address, sizeof(Unit));
  auto now = Unit(value);
  if (old == now && !s.isForced(signal))
    return;
  bool isWatched = s.isWatchedOnly(signal);
  if (isWatched || s.isQuiet(signal)) [[likely]] {
    std::memcpy(address, &now, sizeof(Unit));
    if (isWatched)
      s.notifyWatchers(signal, address, old, 0, now, 0);
    return;
  }
  s.storeSlow(address, signal, sizeof(Unit), uint64_t(now), 0, false);
}

/// Stores a whole four-state scalar.
template <typename Unit>
inline void storeL(Scheduler &s, uint8_t *address, model::SignalId signal, uint64_t a,
                   uint64_t b) {
  uint8_t *second = address + s.planeDistance();
  Unit oldA, oldB;
  std::memcpy(&oldA, address, sizeof(Unit));
  std::memcpy(&oldB, second, sizeof(Unit));
  auto nowA = Unit(a), nowB = Unit(b);
  if (oldA == nowA && oldB == nowB && !s.isForced(signal))
    return;
  bool isWatched = s.isWatchedOnly(signal);
  if (isWatched || s.isQuiet(signal)) [[likely]] {
    std::memcpy(address, &nowA, sizeof(Unit));
    std::memcpy(second, &nowB, sizeof(Unit));
    if (isWatched)
      s.notifyWatchers(signal, address, oldA, oldB, nowA, nowB);
    return;
  }
  s.storeSlow(address, signal, sizeof(Unit), uint64_t(nowA), uint64_t(nowB), true);
}

/// Stores `width` bits at bit `lo` of the packed object of `unitWidth` bits at
/// `address`. Bits outside the object are dropped. `b` may be null (two-state
/// value: the b-plane is cleared if `isFour`). Null address: no effect.
void storeBits(Scheduler &s, uint8_t *address, model::SignalId signal, int64_t lo, uint32_t width,
               uint32_t unitWidth, bool isFour, const uint64_t *a, const uint64_t *b);
/// Copies `bytes` bytes of both planes over an object, with notification. The
/// ranges may overlap.
void storeObject(Scheduler &s, uint8_t *address, model::SignalId signal, const uint8_t *sourceA,
                 const uint8_t *sourceB, uint64_t bytes);
/// Reads `width` bits; bits outside and null addresses give x (four-state) or 0.
void loadBits(uint64_t planeDistance, const uint8_t *address, int64_t lo, uint32_t width,
              uint32_t unitWidth, bool isFour, uint64_t *a, uint64_t *b);

inline void storeReference(Scheduler &s, const Reference &ref, uint32_t width, uint32_t unitWidth,
                           bool isFour, const uint64_t *a, const uint64_t *b) {
  storeBits(s, ref.address, model::SignalId(ref.signal), ref.bit, width, unitWidth, isFour, a, b);
}

} // namespace circtsim::sched

#endif
