//===- Storage.h - how objects lie in the two planes ------------*- C++ -*-===//
#ifndef CIRCTSIM_MODEL_STORAGE_H
#define CIRCTSIM_MODEL_STORAGE_H

#include "Model/DesignImage.h"

#include <cstring>
#include <functional>

namespace circtsim::model {

/// Bytes of the storage unit of a packed value: 1, 2, 4, 8, or 8-byte words.
inline uint32_t unitBytes(uint32_t width) {
  return width <= 8 ? 1 : width <= 16 ? 2 : width <= 32 ? 4 : 8;
}
/// Bytes per plane of a packed value.
inline uint64_t packedBytes(uint32_t width) {
  return width <= 64 ? unitBytes(width) : uint64_t((width + 63) / 64) * 8;
}
inline uint64_t lowMask(uint32_t width) {
  return width >= 64 ? ~uint64_t(0) : (uint64_t(1) << width) - 1;
}

/// Reads a storage unit of 1, 2, 4 or 8 bytes.
inline uint64_t loadUnit(const uint8_t *address, uint32_t bytes) {
  switch (bytes) {
  case 1: return *address;
  case 2: { uint16_t v; std::memcpy(&v, address, 2); return v; }
  case 4: { uint32_t v; std::memcpy(&v, address, 4); return v; }
  default: { uint64_t v; std::memcpy(&v, address, 8); return v; }
  }
}
inline void storeUnit(uint8_t *address, uint32_t bytes, uint64_t value) {
  switch (bytes) {
  case 1: *address = uint8_t(value); break;
  case 2: { auto v = uint16_t(value); std::memcpy(address, &v, 2); break; }
  case 4: { auto v = uint32_t(value); std::memcpy(address, &v, 4); break; }
  default: std::memcpy(address, &value, 8); break;
  }
}

/// Reads bits [lo, lo+width) of the packed object of `unitWidth` bits at
/// `address` (one plane) into ceil(width/64) words; bits outside the object
/// read as `outside` (0 or 1 in this plane).
void loadPlane(const uint8_t *address, int64_t lo, uint32_t width, uint32_t unitWidth,
               bool outside, uint64_t *words);

/// Makes a named event object; used when a type with events is initialised.
using EventMaker = std::function<uint64_t()>;

/// Default value of an object (LRM Table 6-7): x for four-state variables, 0
/// for two-state, 0.0, "", null, a new event. `isNet` gives z instead of x.
/// `isFresh`: the memory is known to be zero in both planes.
void initialiseObject(const DesignImage &image, TypeId type, uint8_t *address,
                      uint64_t planeDistance, bool isNet, const EventMaker &makeEvent,
                      bool isFresh = false);

/// Whether objects of the type contain handles of the given kinds somewhere.
bool containsHandles(const DesignImage &image, TypeId type);
bool containsKind(const DesignImage &image, TypeId type, TypeKind kind);
/// Whether they contain dynamic arrays, queues or associative arrays.
bool containsArrays(const DesignImage &image, TypeId type);
/// Dynamic arrays, queues, associative arrays: storage holds the handle of a heap object.
inline bool isArrayHandle(TypeKind kind) {
  return kind >= TypeKind::Dynamic && kind <= TypeKind::Assoc;
}

/// Calls `visit(kind, address)` for every handle (string, event, class,
/// dynamic array ...) stored in the object.
void forEachHandle(const DesignImage &image, TypeId type, uint8_t *address,
                   const std::function<void(TypeKind, uint8_t *)> &visit);

} // namespace circtsim::model

#endif
