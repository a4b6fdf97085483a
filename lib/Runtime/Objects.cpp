//===- Objects.cpp - whole objects: copies and comparisons -------------------===//
//
// IEEE 1800-2023 7.6, 11.2.2, 11.4.5. Objects without dynamic arrays are bytes in two
// planes. An array in an object is copied with it; if the target has an array with enough
// room and no reference to its elements can be around, its block is used again.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Objects.h"

#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"
#include "Runtime/SimContext.h"

#include <bit>
#include <unordered_set>

namespace circtsim::runtime {

using namespace circtsim::model;
using sched::Reference;

// --- Copies ------------------------------------------------------------------------------

static void copyBytes(SimContext &context, bool isFour, uint8_t *to, const uint8_t *from,
                      uint64_t bytes) {
  std::memmove(to, from, bytes);
  if (isFour) {
    uint64_t distance = context.arena->planeDistance();
    std::memmove(to + distance, from + distance, bytes);
  }
}

/// The handle of a copy of the array that `from` holds; 0: empty, or the memory is full.
static Handle copyOfArray(SimContext &context, TypeId id, const uint8_t *from) {
  const TypeImage &type = context.image.types[id];
  if (type.kind == TypeKind::Assoc) {
    AssocObject *assoc = assocAt(from);
    return assoc ? Handle(Assoc(context, id).copyOf(*assoc)) : 0;
  }
  ArrayObject *array = arrayAt(from);
  if (!array || !array->count)
    return 0;
  return Handle(Arrays(context).copyOf(type.element, reinterpret_cast<uint8_t *>(array->first),
                                       array->count));
}

void copyObject(SimContext &context, TypeId id, uint8_t *to, const uint8_t *from) {
  const TypeImage &type = context.image.types[id];
  const TypeTraits traits = context.heap.traitsOf(id);
  if (!traits.hasArrays)
    return copyBytes(context, traits.isFour, to, from, type.size);
  switch (type.kind) {
  case TypeKind::Array:
    return copyObjects(context, type.element, to, from, type.count, type.stride);
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      copyObject(context, field.type, to + field.offset, from + field.offset);
    return;
  default:
    storeUnit(to, 8, copyOfArray(context, id, from));
    return;
  }
}

void copyObjects(SimContext &context, TypeId type, uint8_t *to, const uint8_t *from, uint64_t count,
                 uint64_t stride) {
  const TypeTraits traits = context.heap.traitsOf(type);
  if (!traits.hasArrays)
    return copyBytes(context, traits.isFour, to, from, count * stride);
  for (uint64_t i = 0; i != count; ++i)
    copyObject(context, type, to + i * stride, from + i * stride);
}

// --- Assignment ----------------------------------------------------------------------------

/// Elements without arrays go into the block that the target has; false if they cannot.
static bool reuseBlock(SimContext &context, TypeId element, ArrayObject *target,
                       const ArrayObject *source) {
  if (!target || !source || !target->block || target->isPinned ||
      target->elements()->capacity < source->count || context.heap.traitsOf(element).hasArrays)
    return false;
  uint8_t *first = target->elements()->elements();
  copyObjects(context, element, first, reinterpret_cast<uint8_t *>(source->first), source->count,
              context.image.types[element].size);
  target->first = target->usedBegin = uint64_t(first);
  target->count = source->count;
  target->usedEnd = target->first + target->count * context.image.types[element].size;
  return true;
}

static void assignHandle(SimContext &context, TypeId id, const Reference &target,
                         const Reference &source, bool moves) {
  const TypeImage &type = context.image.types[id];
  bool isQuiet = context.scheduler().isQuiet(SignalId(target.signal));
  bool isChanged = isQuiet || !equalObjects(context, id, target.address, source.address);
  if (!isChanged)
    return;
  if (moves) {
    storeUnit(target.address, 8, loadUnit(source.address, 8));
    storeUnit(source.address, 8, 0);
  } else if (type.kind == TypeKind::Assoc ||
             !reuseBlock(context, type.element, arrayAt(target.address), arrayAt(source.address))) {
    storeUnit(target.address, 8, copyOfArray(context, id, source.address));
  }
  if (!isQuiet)
    context.scheduler().touch(target.address, SignalId(target.signal));
}

static void assignParts(SimContext &context, TypeId id, const Reference &target,
                        const Reference &source, bool moves) {
  const TypeImage &type = context.image.types[id];
  auto at = [](const Reference &ref, uint64_t offset) {
    return Reference{ref.address + offset, ref.signal, 0};
  };
  if (!context.heap.traitsOf(id).hasArrays) {
    sched::storeObject(context.scheduler(), target.address, SignalId(target.signal), source.address,
                       source.address + context.arena->planeDistance(), type.size);
    return;
  }
  if (type.kind == TypeKind::Array) {
    for (uint64_t i = 0; i != type.count; ++i)
      assignParts(context, type.element, at(target, i * type.stride), at(source, i * type.stride),
                  moves);
    return;
  }
  if (type.kind == TypeKind::Struct) {
    for (const FieldImage &field : type.fields)
      assignParts(context, field.type, at(target, field.offset), at(source, field.offset), moves);
    return;
  }
  assignHandle(context, id, target, source, moves);
}

void assignObject(SimContext &context, TypeId type, const Reference &target,
                  const Reference &source, bool moves) {
  if (!target.address || target.address == source.address)
    return;
  if (source.address)
    return assignParts(context, type, target, source, moves);
  auto *defaults = reinterpret_cast<uint8_t *>(context.heap.newCell(type));
  if (defaults)
    assignParts(context, type, target, {defaults, NoSignal, 0}, true);
}

// --- Comparison ------------------------------------------------------------------------------

bool equalArrays(SimContext &context, TypeId xType, uint8_t *x, TypeId yType, uint8_t *y) {
  ArrayView a(context, xType, x), b(context, yType, y);
  if (a.count != b.count)
    return false;
  bool isSame = a.element == b.element;
  for (uint64_t i = 0; i != a.count; ++i) {
    bool isEqual = isSame ? equalObjects(context, a.element, a.at(i), b.at(i))
                          : equalArrays(context, a.element, a.at(i), b.element, b.at(i));
    if (!isEqual)
      return false;
  }
  return true;
}

static bool equalAssocs(SimContext &context, TypeId type, AssocObject *x, AssocObject *y) {
  uint64_t count = x ? x->count : 0;
  if (count != (y ? y->count : 0))
    return false;
  Assoc keys(context, type);
  const Handle *entries = count ? keys.sorted(*x) : nullptr;
  for (uint64_t i = 0; i != count; ++i) {
    auto *entry = reinterpret_cast<AssocEntry *>(entries[i]);
    AssocEntry *other = keys.find(*y, entry->key);
    if (!other || !equalObjects(context, keys.element, entry->value(), other->value()))
      return false;
  }
  return true;
}

bool equalObjects(SimContext &context, TypeId id, const uint8_t *x, const uint8_t *y) {
  if (!x || !y)
    return false;
  const TypeImage &type = context.image.types[id];
  uint64_t distance = context.arena->planeDistance();
  switch (type.kind) {
  case TypeKind::String:
    return Heap::text(loadUnit(x, 8)) == Heap::text(loadUnit(y, 8));
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return std::bit_cast<double>(loadUnit(x, 8)) == std::bit_cast<double>(loadUnit(y, 8));
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i)
      if (!equalObjects(context, type.element, x + i * type.stride, y + i * type.stride))
        return false;
    return true;
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      if (!equalObjects(context, field.type, x + field.offset, y + field.offset))
        return false;
    return true;
  case TypeKind::Logic:
    return !std::memcmp(x, y, type.size) && !std::memcmp(x + distance, y + distance, type.size);
  case TypeKind::Dynamic:
  case TypeKind::Queue:
    return equalArrays(context, id, const_cast<uint8_t *>(x), id, const_cast<uint8_t *>(y));
  case TypeKind::Assoc:
    return equalAssocs(context, id, assocAt(x), assocAt(y));
  default:
    return !std::memcmp(x, y, type.size);
  }
}

// --- Arrays of different kinds -----------------------------------------------------------------

static bool convertElements(SimContext &context, TypeId toType, uint8_t *to, const ArrayView &from);

/// One element, which may be an array itself.
static bool convertElement(SimContext &context, TypeId toType, uint8_t *to, TypeId fromType,
                           uint8_t *from) {
  const TypeImage &type = context.image.types[toType];
  if (toType == fromType || (type.kind != TypeKind::Array && !isArrayHandle(type.kind))) {
    copyObject(context, toType, to, from);
    return true;
  }
  return convertElements(context, toType, to, ArrayView(context, fromType, from));
}

/// Elements of a view into the array object at `to`, which holds nothing of value.
static bool convertElements(SimContext &context, TypeId toType, uint8_t *to,
                            const ArrayView &from) {
  const TypeImage &type = context.image.types[toType];
  uint64_t count = from.count;
  if (type.kind == TypeKind::Array && type.count != count) {
    context.report(Severity::Error,
                   SimContext::position(*context.innermost->fn, context.innermost->pc),
                   context.scopeText(*context.innermost),
                   "an array of " + std::to_string(count) + " elements is assigned to one of " +
                       std::to_string(type.count) + " (IEEE 1800-2023 7.6)");
    return false;
  }
  if (type.kind == TypeKind::Queue && type.count && count > type.count) {
    warnOnce(context, "elements behind [" + std::to_string(type.count - 1) +
                          "] are dropped by a bounded queue (IEEE 1800-2023 7.10.5)");
    count = type.count;
  }
  uint8_t *first = to;
  uint64_t stride = context.image.types[type.element].size;
  if (isArrayHandle(type.kind)) {
    storeUnit(to, 8, 0);
    if (!count)
      return true;
    ArrayObject *array = Arrays(context).create(type.element, count);
    if (!array)
      return false;
    array->count = count;
    array->usedEnd = array->first + count * stride;
    first = reinterpret_cast<uint8_t *>(array->first);
    storeUnit(to, 8, Handle(array));
  }
  for (uint64_t i = 0; i != count; ++i)
    if (!convertElement(context, type.element, first + i * stride, from.element, from.at(i)))
      return false;
  return true;
}

void convertArray(SimContext &context, TypeId targetType, const Reference &target,
                  TypeId sourceType, uint8_t *source) {
  if (!target.address)
    return;
  auto *temporary = reinterpret_cast<uint8_t *>(context.heap.newCell(targetType));
  if (!temporary) {
    context.raise("the simulation memory is full");
    return;
  }
  if (convertElements(context, targetType, temporary, ArrayView(context, sourceType, source)))
    assignObject(context, targetType, target, {temporary, NoSignal, 0}, true);
}

// --- Warnings ------------------------------------------------------------------------------------

namespace {
/// Places that have been warned about.
struct WarnedPlaces {
  std::unordered_set<uint64_t> places;
};
} // namespace

void warnOnce(SimContext &context, std::string_view text) {
  Frame *frame = context.innermost;
  if (!frame)
    return;
  uint64_t place = uint64_t(frame->fn->id) << 32 | frame->pc;
  if (!context.state<WarnedPlaces>().places.insert(place).second)
    return;
  context.report(Severity::Warning, SimContext::position(*frame->fn, frame->pc),
                 context.scopeText(*frame), text);
}

} // namespace circtsim::runtime
