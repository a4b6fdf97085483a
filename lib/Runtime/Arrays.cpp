//===- Arrays.cpp - dynamic arrays and queues --------------------------------===//
//
// IEEE 1800-2023 7.5, 7.10. The elements of an array lie side by side, with free room
// before and behind them: an element's address is one multiplication away, and pushing
// and popping at both ends move nothing. Where room is missing at one end, elements move
// to the middle of their block if that is at most half full, else to one of twice the
// size: amortised constant time per element pushed, whatever is popped meanwhile.
//
// References to elements (13.5.2): an array whose elements were passed by reference is
// pinned. Its elements never move inside their block, so that a reference reaches the
// element it was made for, or storage that the array has left.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Arrays.h"

#include "Runtime/Assoc.h"
#include "Runtime/Objects.h"
#include "Runtime/SimContext.h"

namespace circtsim::runtime {

using namespace circtsim::model;

Arrays::Arrays(SimContext &context)
    : context(context), heap(context.heap), distance(context.arena->planeDistance()) {}

ArrayObject *Arrays::make(uint8_t *address, TypeId type) {
  if (ArrayObject *array = arrayAt(address))
    return array;
  ArrayObject *array = create(context.image.types[type].element, 0);
  if (array)
    storeUnit(address, 8, uint64_t(array));
  return array;
}

ArrayObject *Arrays::create(TypeId element, uint64_t room) {
  Handle handle = heap.newPart(ObjectKind::Array, sizeof(ArrayObject), element, false, true);
  if (!handle) {
    context.raise("the simulation memory is full");
    return nullptr;
  }
  auto &array = *reinterpret_cast<ArrayObject *>(handle);
  return room && !move(array, element, room, 0) ? nullptr : &array;
}

/// Takes the elements to a new block, `before` places behind its beginning.
bool Arrays::move(ArrayObject &array, TypeId element, uint64_t capacity, uint64_t before) {
  uint64_t stride = context.image.types[element].size;
  const TypeTraits traits = heap.traitsOf(element);
  bool fits = capacity < (uint64_t(1) << 40) / stride;
  Handle handle = fits
                      ? heap.newPart(ObjectKind::Elements, sizeof(ElementBlock) + capacity * stride,
                                     element, traits.isFour, traits.hasHandles)
                      : 0;
  if (!handle) {
    context.raise("the simulation memory is full");
    return false;
  }
  auto &block = *reinterpret_cast<ElementBlock *>(handle);
  block = {Handle(&array), capacity};
  uint8_t *to = block.elements() + before * stride;
  auto *from = reinterpret_cast<uint8_t *>(array.first);
  if (array.count) {
    std::memcpy(to, from, array.count * stride);
    if (traits.isFour)
      std::memcpy(to + distance, from + distance, array.count * stride);
  }
  array.first = array.usedBegin = uint64_t(to);
  array.usedEnd = array.first + array.count * stride;
  array.block = handle;
  return true;
}

/// Room for `count` more elements at one end.
bool Arrays::makeRoom(ArrayObject &array, TypeId element, uint64_t count, bool isFront) {
  uint64_t stride = context.image.types[element].size, capacity = 0, before = 0;
  if (ElementBlock *block = array.elements()) {
    capacity = block->capacity;
    before = (array.first - uint64_t(block->elements())) / stride;
    uint64_t room = isFront ? before : capacity - before - array.count;
    bool isUnused = isFront ? array.first == array.usedBegin
                            : array.first + array.count * stride == array.usedEnd;
    if (count <= room && (isUnused || !array.isPinned))
      return true;
  }
  uint64_t needed = array.count + count;
  if (array.isPinned || needed > capacity / 2)
    capacity = std::max<uint64_t>(needed > capacity / 2 ? capacity * 2 : capacity,
                                  std::max<uint64_t>(needed + needed / 2, 4));
  // An array that only grows at its end has no use for room before it.
  uint64_t rest = capacity - needed;
  uint64_t newBefore = isFront ? rest / 2 + count : before ? rest / 2 : 0;
  if (array.isPinned || !array.block || capacity != array.elements()->capacity)
    return move(array, element, capacity, newBefore);
  uint8_t *to = array.elements()->elements() + newBefore * stride;
  auto *from = reinterpret_cast<uint8_t *>(array.first);
  std::memmove(to, from, array.count * stride);
  if (heap.traitsOf(element).isFour)
    std::memmove(to + distance, from + distance, array.count * stride);
  array.first = uint64_t(to);
  return true;
}

uint8_t *Arrays::insert(ArrayObject &array, TypeId element, uint64_t index, uint64_t count) {
  uint64_t stride = context.image.types[element].size;
  const TypeTraits traits = heap.traitsOf(element);
  bool isFront = index < array.count - index;
  if (array.isPinned && index != 0 && index != array.count &&
      !move(array, element, array.count + count + 4, 0)) // moves what references must not see
    return nullptr;
  if (!makeRoom(array, element, count, isFront))
    return nullptr;
  if (isFront)
    array.first -= count * stride;
  auto *start = reinterpret_cast<uint8_t *>(array.first);
  uint8_t *gap = start + index * stride;
  uint8_t *to = isFront ? start : gap + count * stride;
  uint8_t *from = isFront ? start + count * stride : gap;
  uint64_t moved = (isFront ? index : array.count - index) * stride;
  if (moved) {
    std::memmove(to, from, moved);
    if (traits.isFour)
      std::memmove(to + distance, from + distance, moved);
  }
  array.count += count;
  array.usedBegin = std::min(array.usedBegin, array.first);
  array.usedEnd = std::max(array.usedEnd, array.first + array.count * stride);
  if (traits.hasHandles)
    std::memset(gap, 0, count * stride);
  return gap;
}

void Arrays::remove(ArrayObject &array, TypeId element, uint64_t index, uint64_t count) {
  uint64_t stride = context.image.types[element].size;
  bool isFront = index < array.count - index - count;
  uint64_t moved = (isFront ? index : array.count - index - count) * stride;
  if (moved && array.isPinned && !move(array, element, array.count + 4, 0))
    return;
  auto *start = reinterpret_cast<uint8_t *>(array.first);
  uint8_t *from = isFront ? start : start + (index + count) * stride;
  uint8_t *to = isFront ? start + count * stride : start + index * stride;
  if (moved) {
    std::memmove(to, from, moved);
    if (heap.traitsOf(element).isFour)
      std::memmove(to + distance, from + distance, moved);
  }
  if (isFront)
    array.first += count * stride;
  array.count -= count;
}

void Arrays::clear(ArrayObject &array) {
  array.count = 0;
  if (array.isPinned || !array.block) {
    array.first = array.block = 0;
    return;
  }
  array.first = uint64_t(array.elements()->elements());
}

void Arrays::initialise(TypeId element, uint8_t *first, uint64_t count) {
  if (!count)
    return;
  uint64_t stride = context.image.types[element].size;
  const TypeTraits traits = heap.traitsOf(element);
  EventMaker makeEvent = [this] { return heap.newEvent(); };
  if (containsKind(context.image, element, TypeKind::Event)) {
    for (uint64_t i = 0; i != count; ++i)
      initialiseObject(context.image, element, first + i * stride, distance, false, makeEvent);
    return;
  }
  if (!traits.isFour) {
    std::memset(first, 0, count * stride);
    return;
  }
  initialiseObject(context.image, element, first, distance, false, makeEvent);
  uint64_t total = count * stride;
  for (uint64_t done = stride; done < total; done *= 2) {
    uint64_t step = std::min(done, total - done);
    std::memcpy(first + done, first, step);
    std::memcpy(first + distance + done, first + distance, step);
  }
}

ArrayObject *Arrays::copyOf(TypeId element, const uint8_t *first, uint64_t count) {
  ArrayObject *array = create(element, count);
  if (!array || !count)
    return array;
  uint64_t stride = context.image.types[element].size;
  auto *to = reinterpret_cast<uint8_t *>(array->first);
  array->count = count;
  array->usedEnd = array->first + count * stride;
  copyObjects(context, element, to, first, count, stride);
  return array;
}

ArrayView::ArrayView(SimContext &context, TypeId id, uint8_t *address) {
  const TypeImage &type = context.image.types[id];
  element = type.element;
  stride = context.image.types[element].size;
  if (!address)
    return;
  if (type.kind == TypeKind::Array) {
    first = address;
    count = type.count;
  } else if (type.kind == TypeKind::Assoc) {
    if (AssocObject *assoc = assocAt(address); assoc && assoc->count) {
      entries = Assoc(context, id).sorted(*assoc);
      count = assoc->count;
      entryOffset = sizeof(AssocEntry);
    }
  } else if (ArrayObject *array = arrayAt(address)) {
    first = reinterpret_cast<uint8_t *>(array->first);
    count = array->count;
  }
}

uint64_t homeOf(const Heap &heap, uint64_t address) {
  for (;;) {
    Handle object = heap.objectAt(address);
    if (!object)
      return address;
    Handle array = 0;
    if (Heap::header(object)->kind == ObjectKind::Elements)
      array = reinterpret_cast<ElementBlock *>(object)->array;
    else if (Heap::header(object)->kind == ObjectKind::Entry)
      array = reinterpret_cast<AssocEntry *>(object)->array;
    else
      return address;
    // Both kinds of array objects have their owner at the same place.
    uint64_t owner = reinterpret_cast<ArrayObject *>(array)->owner;
    if (!owner || loadUnit(reinterpret_cast<uint8_t *>(owner), 8) != array)
      return 0;
    address = owner;
  }
}

} // namespace circtsim::runtime
