//===- MemoryShape.h - unpacked arrays as addressed words -------*- C++ -*-===//
#ifndef CIRCTSIM_BUILTINS_MEMORYSHAPE_H
#define CIRCTSIM_BUILTINS_MEMORYSHAPE_H

#include "Builtins/Arguments.h"
#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"

#include <algorithm>

namespace circtsim::builtins {

/// A memory argument (an unpacked array of packed words, of any number of
/// dimensions) as the file tasks see it: addresses of the outermost dimension, each
/// with `wordsPerAddress` words, the last dimension varying fastest and every
/// dimension running from its lowest index up (IEEE 1800-2023 21.4.3).
///
/// The outermost dimension may be of variable size: dynamic arrays and queues keep their
/// size, and associative arrays with integral indices get the elements that are stored (21.4.1).
class MemoryShape {
public:
  /// False if argument `i` is not such an array.
  bool bind(const BuiltinCall &call, uint32_t i);

  int64_t low() const { return std::min(dimensions[0].left, dimensions[0].right); }
  int64_t high() const { return std::max(dimensions[0].left, dimensions[0].right); }
  bool contains(int64_t address) const {
    return !isEmpty() && isWithin(address, low(), high());
  }
  /// Whether the address lies between two others, in either order.
  bool isWithin(int64_t address, int64_t from, int64_t to) const {
    int64_t at = rank(address), x = rank(from), y = rank(to);
    return at >= std::min(x, y) && at <= std::max(x, y);
  }
  /// The whole range in the order of the index.
  int64_t first() const { return isSparse() ? left() : low(); }
  int64_t last() const { return isSparse() ? right() : high(); }
  /// The address that a task without one begins to fill at.
  int64_t start() const { return isSparse() ? 0 : low(); }
  /// Whether a range runs against the order of the index.
  bool isDownwards(int64_t from, int64_t to) const { return rank(from) > rank(to); }
  /// Whether the outermost bounds are written [high:low].
  bool isDescending() const { return !isSparse() && left() > right(); }
  int64_t left() const { return dimensions[0].left; }
  int64_t right() const { return dimensions[0].right; }
  /// No element has an address.
  bool isEmpty() const { return !isSparse() && dimensions[0].count == 0; }
  /// An associative array: its addresses are all values of the index type.
  bool isSparse() const { return kind == model::TypeKind::Assoc; }
  /// The address that a number in a file stands for; false if it is not one of a sparse memory.
  bool decode(uint64_t number, int64_t &address) const;
  /// The number that stands for it.
  uint64_t encode(int64_t address) const;
  /// The addresses of a sparse memory's elements in the order of the index, those between two.
  std::vector<int64_t> addresses(BuiltinCall &call, int64_t from, int64_t to) const;

  /// With notification, as an assignment. False if an element had to be made and the memory is
  /// full: the fault has been raised.
  bool store(BuiltinCall &call, int64_t address, uint64_t word, value::LogicRef v) const;
  /// An element that is not there reads as x or 0.
  void load(BuiltinCall &call, int64_t address, uint64_t word, value::LogicVector &v) const;

  uint64_t wordsPerAddress = 1;
  uint32_t width = 0;
  bool isFour = false;

private:
  struct Dimension {
    int64_t left, right;
    uint64_t count, stride;
  };
  void bindElements(uint64_t stride);
  bool bindKeys(const model::DesignImage &image, uint64_t stride);
  /// Puts addresses into the order of the index: unsigned ones of 64 bits look negative.
  int64_t rank(int64_t address) const { return isUnsigned64 ? address ^ INT64_MIN : address; }
  uint8_t *placeOf(BuiltinCall &call, int64_t address, bool isWritten) const;
  uint8_t *wordAt(uint8_t *element, uint64_t word) const;

  std::vector<Dimension> dimensions;
  model::TypeKind kind = model::TypeKind::Array;
  model::TypeId id = model::NoId;
  uint8_t *base = nullptr; ///< of the first element; associative arrays: of the handle
  model::SignalId signal = model::NoSignal;
  runtime::ArrayObject *array = nullptr; ///< dynamic arrays and queues
  uint8_t *home = nullptr;               ///< where its handle is stored
  uint32_t keyWidth = 0;
  bool isUnsigned64 = false;
};

} // namespace circtsim::builtins

#endif
