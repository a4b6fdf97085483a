//===- Arrays.h - dynamic arrays and queues ----------------------*- C++ -*-===//
//
// A variable of such a type holds the handle of an ArrayObject; null is the empty
// array. No two variables hold the same object. Elements follow each other in a
// block, with room at both ends, and lie in it as in any other storage.
//
//===----------------------------------------------------------------------===//
#ifndef CIRCTSIM_RUNTIME_ARRAYS_H
#define CIRCTSIM_RUNTIME_ARRAYS_H

#include "Model/ArrayObject.h"
#include "Runtime/Heap.h"
#include "Sched/Store.h"

namespace circtsim::runtime {

class SimContext;

using model::ArrayObject;
using model::ElementBlock;

/// The object whose handle is stored at `address`; null if there is none.
inline ArrayObject *arrayAt(const uint8_t *address) {
  return address ? reinterpret_cast<ArrayObject *>(model::loadUnit(address, 8)) : nullptr;
}

/// Operations on dynamic arrays and queues. Null and false results mean that the memory is
/// full and that the fault has been raised. Addresses of elements stay good until the next
/// operation that adds or removes some.
class Arrays {
public:
  explicit Arrays(SimContext &context);

  /// The object of the variable at `address`, made if there is none. `type`: of the variable.
  ArrayObject *make(uint8_t *address, model::TypeId type);
  /// An empty object for `room` elements of a type.
  ArrayObject *create(model::TypeId element, uint64_t room);
  /// Opens a gap of `count` elements before element `index`, whose contents are left open
  /// but for handles, which are null.
  uint8_t *insert(ArrayObject &array, model::TypeId element, uint64_t index, uint64_t count);
  /// Removes elements; the storage of first or last ones keeps its contents.
  void remove(ArrayObject &array, model::TypeId element, uint64_t index, uint64_t count);
  /// Makes the array empty.
  void clear(ArrayObject &array);
  /// Gives elements their default value (Table 6-7).
  void initialise(model::TypeId element, uint8_t *first, uint64_t count);
  /// A copy of `count` elements as a new object.
  ArrayObject *copyOf(model::TypeId element, const uint8_t *first, uint64_t count);

private:
  bool move(ArrayObject &array, model::TypeId element, uint64_t capacity, uint64_t before);
  bool makeRoom(ArrayObject &array, model::TypeId element, uint64_t count, bool isFront);
  SimContext &context;
  Heap &heap;
  uint64_t distance;
};

/// An array of any kind as its elements one after the other; an associative one by
/// entries in the order of their keys.
struct ArrayView {
  ArrayView(SimContext &context, model::TypeId type, uint8_t *address);
  uint8_t *at(uint64_t i) const {
    return entries ? reinterpret_cast<uint8_t *>(entries[i]) + entryOffset : first + i * stride;
  }
  model::TypeId element = model::NoId;
  uint8_t *first = nullptr;
  uint64_t count = 0, stride = 0;
  const Handle *entries = nullptr; ///< associative arrays
  uint64_t entryOffset = 0;
};

/// Address of the handle in a signal or cell through which the heap address `address` is
/// reached; `address` itself if it belongs to no array, 0 if to none that is in use.
uint64_t homeOf(const Heap &heap, uint64_t address);

} // namespace circtsim::runtime

#endif
