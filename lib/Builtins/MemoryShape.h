//===- MemoryShape.h - unpacked arrays as addressed words -------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_MEMORYSHAPE_H
#define CIRCTSIM_BUILTINS_MEMORYSHAPE_H

#include "Builtins/Arguments.h"

#include <algorithm>

namespace circtsim::builtins {

/// A memory argument (an unpacked array of packed words, of any number of
/// dimensions) as the file tasks see it: addresses of the outermost dimension, each
/// with `wordsPerAddress` words, the last dimension varying fastest and every
/// dimension running from its lowest index up (IEEE 1800-2023 21.4.3).
class MemoryShape {
public:
  /// False if argument `i` is not such an array.
  bool bind(const BuiltinCall &call, uint32_t i);

  int64_t low() const { return std::min(dimensions[0].left, dimensions[0].right); }
  int64_t high() const { return std::max(dimensions[0].left, dimensions[0].right); }
  bool contains(int64_t address) const { return address >= low() && address <= high(); }
  /// Whether the outermost bounds are written [high:low].
  bool isDescending() const { return dimensions[0].left > dimensions[0].right; }
  int64_t left() const { return dimensions[0].left; }
  int64_t right() const { return dimensions[0].right; }

  /// With notification, as an assignment.
  void store(sched::Scheduler &scheduler, int64_t address, uint64_t word, value::LogicRef v) const;
  void load(const sched::Scheduler &scheduler, int64_t address, uint64_t word,
            value::LogicVector &v) const;

  uint64_t wordsPerAddress = 1;
  uint32_t width = 0;
  bool isFour = false;

private:
  struct Dimension {
    int64_t left, right;
    uint64_t count, stride;
  };
  uint8_t *wordAt(int64_t address, uint64_t word) const;

  std::vector<Dimension> dimensions;
  uint8_t *base = nullptr;
  model::SignalId signal = model::NoSignal;
};

} // namespace circtsim::builtins

#endif
