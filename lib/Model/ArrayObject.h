//===- ArrayObject.h - what an array variable's handle names ----*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_ARRAYOBJECT_H
#define CIRCTSIM_MODEL_ARRAYOBJECT_H

#include <cstdint>

namespace circtsim::model {

/// Elements of dynamic arrays and queues. The room behind the header is `capacity` elements.
struct ElementBlock {
  uint64_t array; ///< handle of the object it belongs or belonged to
  uint64_t capacity;
  uint8_t *elements() { return reinterpret_cast<uint8_t *>(this + 1); }
};

/// A dynamic array or queue. Generated code knows `first`, `count` and `owner`.
struct ArrayObject {
  uint64_t first;              ///< address of element 0
  uint64_t count;              ///< elements
  uint64_t owner;              ///< address of the handle through which elements were last written
  uint64_t block;              ///< handle of its ElementBlock; 0: no room
  uint64_t usedBegin, usedEnd; ///< what of the block has ever held elements
  bool isPinned;               ///< elements have been passed by reference: no storage is used again
  ElementBlock *elements() const { return reinterpret_cast<ElementBlock *>(block); }
};

} // namespace circtsim::model

#endif
