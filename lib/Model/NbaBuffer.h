//===- NbaBuffer.h - nonblocking assignments as code writes them -*- C++ -*-===//
//
// Generated code appends entries by itself; the layout is part of the version
// that AOT modules and cached objects carry.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_MODEL_NBABUFFER_H
#define CIRCTSIM_MODEL_NBABUFFER_H

#include "Model/Ids.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace circtsim::model {

/// What an NBA entry writes. The first eight are whole scalars: two-state or
/// four-state, unit of 1, 2, 4, 8 bytes.
enum class NbaKind : uint8_t {
  I8, I16, I32, I64, L8, L16, L32, L64,
  Part,    ///< bits [lo, lo+width) of a unit of `unitWidth` bits, width <= 64
  Wide,    ///< the same, words in the side buffer
  Copy,    ///< whole object of `width` bytes, both planes in the side buffer
  Trigger, ///< ->> of the event object `a`
};

/// Names one store. `a` and `b` are the value, or for values in the side buffer
/// (Part excepted) the index of its first word in `a`.
struct NbaEntry {
  uint8_t *address = nullptr;
  SignalId signal = NoSignal;
  NbaKind kind = NbaKind::I64;
  bool isFour = false;
  uint16_t unused = 0;
  uint64_t a = 0, b = 0;
};
static_assert(sizeof(NbaEntry) == 32);

/// A growing array of entries whose ends generated code can see.
struct NbaBuffer {
  NbaEntry *next = nullptr, *limit = nullptr, *first = nullptr;

  NbaBuffer() = default;
  NbaBuffer(const NbaBuffer &) = delete;
  NbaBuffer &operator=(const NbaBuffer &) = delete;
  ~NbaBuffer() { delete[] first; }
  bool empty() const { return next == first; }
  size_t size() const { return size_t(next - first); }
  const NbaEntry *begin() const { return first; }
  const NbaEntry *end() const { return next; }
  void clear() { next = first; }
  void push(const NbaEntry &entry) {
    if (next == limit) [[unlikely]]
      grow();
    *next++ = entry;
  }
  void swap(NbaBuffer &other) {
    std::swap(next, other.next);
    std::swap(limit, other.limit);
    std::swap(first, other.first);
  }
  [[gnu::noinline]] void grow() {
    size_t used = size(), capacity = used ? 2 * used : 256;
    auto *larger = new NbaEntry[capacity];
    std::copy(begin(), end(), larger);
    delete[] first;
    first = larger;
    next = first + used;
    limit = first + capacity;
  }
};

} // namespace circtsim::model

#endif
