//===- Storage.cpp - reading and initialising objects ------------------------===//
//
// Objects are described by TypeImage: packed values in units of 1, 2, 4 or 8
// bytes or in 8-byte words; arrays at a stride; structure members at byte
// offsets. Bit k of an object's flat storage is bit k % 8 of byte k / 8, which
// is what event terms and references count in.
//
// Default values follow LRM Table 6-7; nets start at z (LRM 6.7).
//
//===----------------------------------------------------------------------===//
#include "Model/Storage.h"

#include "Value/Words.h"

namespace circtsim::model {

void loadPlane(const uint8_t *address, int64_t lo, uint32_t width, uint32_t unitWidth,
               bool outside, uint64_t *words) {
  uint32_t count = value::wordsFor(width);
  value::fillWords(words, outside ? ~uint64_t(0) : 0, count);
  int64_t first = lo < 0 ? 0 : lo;
  int64_t last = lo + int64_t(width) < int64_t(unitWidth) ? lo + int64_t(width) : unitWidth;
  uint64_t small;
  const uint64_t *source;
  if (unitWidth <= 64) {
    small = loadUnit(address, unitBytes(unitWidth));
    source = &small;
  } else {
    source = reinterpret_cast<const uint64_t *>(address);
  }
  if (first == lo && last == lo + int64_t(width))
    value::extractBits(words, source, uint32_t(lo), width);
  else if (first < last)
    value::copyBits(words, uint32_t(first - lo), source, uint32_t(first), uint32_t(last - first));
  value::maskTop(words, width);
}

namespace {
/// Writes default values. Fresh memory is known to be zero in both planes.
class Initialiser {
public:
  Initialiser(const DesignImage &image, uint64_t distance, bool isNet, bool isFresh,
              const EventMaker &makeEvent)
      : image(image), distance(distance), isNet(isNet), isFresh(isFresh), makeEvent(makeEvent) {}

  void initialise(TypeId id, uint8_t *address) {
    const TypeImage &type = image.types[id];
    switch (type.kind) {
    case TypeKind::Logic:
      fillLogic(type.width, address);
      return;
    case TypeKind::Event: {
      uint64_t handle = makeEvent ? makeEvent() : 0;
      std::memcpy(address, &handle, 8);
      return;
    }
    case TypeKind::Array:
      initialiseArray(type, address);
      return;
    case TypeKind::Struct:
      clear(address, type.size);
      for (const FieldImage &field : type.fields)
        initialise(field.type, address + field.offset);
      return;
    case TypeKind::Union:
      clear(address, type.size);
      if (!type.fields.empty())
        initialise(type.fields[0].type, address + type.fields[0].offset);
      return;
    default:
      clear(address, type.size);
      return;
    }
  }

private:
  void clear(uint8_t *address, uint64_t bytes) {
    if (isFresh)
      return;
    std::memset(address, 0, bytes);
    std::memset(address + distance, 0, bytes);
  }
  void fillLogic(uint32_t width, uint8_t *address) {
    uint8_t *second = address + distance;
    if (width <= 64) {
      storeUnit(address, unitBytes(width), isNet ? 0 : lowMask(width));
      storeUnit(second, unitBytes(width), lowMask(width));
      return;
    }
    uint64_t bytes = packedBytes(width);
    std::memset(address, isNet ? 0 : 0xff, bytes);
    std::memset(second, 0xff, bytes);
    if (!isNet)
      value::maskTop(reinterpret_cast<uint64_t *>(address), width);
    value::maskTop(reinterpret_cast<uint64_t *>(second), width);
  }
  void initialiseArray(const TypeImage &type, uint8_t *address) {
    if (!type.count)
      return;
    if (containsKind(image, type.element, TypeKind::Event)) {
      for (uint64_t i = 0; i != type.count; ++i)
        initialise(type.element, address + i * type.stride);
      return;
    }
    if (!containsKind(image, type.element, TypeKind::Logic)) {
      clear(address, type.size);
      return;
    }
    initialise(type.element, address);
    uint64_t total = type.count * type.stride;
    for (uint64_t done = type.stride; done < total; done *= 2) {
      uint64_t step = done < total - done ? done : total - done;
      std::memcpy(address + done, address, step);
      std::memcpy(address + distance + done, address + distance, step);
    }
  }

  const DesignImage &image;
  uint64_t distance;
  bool isNet, isFresh;
  const EventMaker &makeEvent;
};

bool isHandleKind(TypeKind kind) {
  switch (kind) {
  case TypeKind::String:
  case TypeKind::Event:
  case TypeKind::Class:
  case TypeKind::Dynamic:
  case TypeKind::Queue:
  case TypeKind::Assoc:
    return true;
  default:
    return false;
  }
}

template <typename Predicate>
bool anyLeaf(const DesignImage &image, TypeId id, Predicate predicate) {
  const TypeImage &type = image.types[id];
  switch (type.kind) {
  case TypeKind::Array:
    return anyLeaf(image, type.element, predicate);
  case TypeKind::Struct:
  case TypeKind::Union:
    for (const FieldImage &field : type.fields)
      if (anyLeaf(image, field.type, predicate))
        return true;
    return false;
  default:
    return predicate(type.kind);
  }
}
} // namespace

void initialiseObject(const DesignImage &image, TypeId type, uint8_t *address,
                      uint64_t planeDistance, bool isNet, const EventMaker &makeEvent,
                      bool isFresh) {
  Initialiser(image, planeDistance, isNet, isFresh, makeEvent).initialise(type, address);
}

bool containsHandles(const DesignImage &image, TypeId type) {
  return anyLeaf(image, type, isHandleKind);
}

bool containsKind(const DesignImage &image, TypeId type, TypeKind kind) {
  return anyLeaf(image, type, [kind](TypeKind k) { return k == kind; });
}

bool containsArrays(const DesignImage &image, TypeId type) {
  return anyLeaf(image, type, isArrayHandle);
}

void forEachHandle(const DesignImage &image, TypeId id, uint8_t *address,
                   const std::function<void(TypeKind, uint8_t *)> &visit) {
  const TypeImage &type = image.types[id];
  if (isHandleKind(type.kind)) {
    visit(type.kind, address);
    return;
  }
  if (!containsHandles(image, id))
    return;
  if (type.kind == TypeKind::Array)
    for (uint64_t i = 0; i != type.count; ++i)
      forEachHandle(image, type.element, address + i * type.stride, visit);
  for (const FieldImage &field : type.fields)
    forEachHandle(image, field.type, address + field.offset, visit);
}

} // namespace circtsim::model
