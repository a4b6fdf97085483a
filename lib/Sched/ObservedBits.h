//===- ObservedBits.h - bits of a signal that an element watches -*- C++ -*-===//
#ifndef CIRCTSIM_SCHED_OBSERVEDBITS_H
#define CIRCTSIM_SCHED_OBSERVEDBITS_H

#include "Sched/Store.h"

namespace circtsim::sched {

/// Transitions of a bit that count as an event: bit 4 * old + new of the value codes
/// 0, 1, 2 = z, 3 = x (Table 9-2).
inline constexpr uint16_t RisingEdges = 1u << 1 | 1u << 2 | 1u << 3 | 1u << 9 | 1u << 13;
inline constexpr uint16_t FallingEdges = 1u << 4 | 1u << 6 | 1u << 7 | 1u << 8 | 1u << 12;

/// Up to 64 bits of a packed signal, with the value they had last.
struct ObservedBits : ChangeListener {
  const uint8_t *address = nullptr; ///< a-plane of the object
  model::SignalId signal = model::NoSignal;
  uint32_t first = 0, count = 0;    ///< bits of the object
  uint32_t objectWidth = 0;
  bool isFour = true;
  uint64_t a = 0, b = 0;            ///< value at the last look

  /// The packed object behind a local signal.
  void bind(model::Design &design, const model::Instance &instance, uint32_t local,
            uint32_t firstBit, uint32_t bitCount) {
    model::SlotEntry entry = design.signalAt(instance, local);
    const model::TypeImage &type =
        design.image.types[design.moduleOf(instance).signals[local].type];
    address = entry.address;
    signal = entry.signal;
    first = firstBit;
    count = bitCount;
    objectWidth = type.width;
    isFour = type.kind == model::TypeKind::Logic;
  }
  /// Takes the present value over; gives the bits that changed.
  uint64_t look(uint64_t planeDistance) {
    uint64_t newA = 0, newB = 0;
    loadBits(planeDistance, address, first, count, objectWidth, isFour, &newA, &newB);
    if (!isFour)
      newB = 0;
    uint64_t changed = (a ^ newA) | (b ^ newB);
    a = newA;
    b = newB;
    return changed;
  }
  /// Value code of a bit of planes.
  static unsigned codeOf(uint64_t a, uint64_t b, unsigned bit) {
    return unsigned((a >> bit) & 1) | unsigned((b >> bit) & 1) << 1;
  }
};

/// A one-bit variable of an instance that holds a condition; null: none.
inline const uint8_t *conditionAddress(const model::Design &design,
                                       const model::Instance &instance, uint32_t local) {
  return local == model::NoId ? nullptr : design.signalAt(instance, local).address;
}

} // namespace circtsim::sched

#endif
