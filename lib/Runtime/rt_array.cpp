//===- rt_array.cpp - dynamic arrays and queues of generated code ------------===//
//
// IEEE 1800-2023 7.5, 7.6, 7.10. Every operation takes the variable by reference, makes the
// array object when it is first needed, and tells whoever waits for the variable. Values
// of elements are not passed: an operation gives the element's place, where the caller
// stores or loads as anywhere else.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"
#include "Runtime/Objects.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"

using namespace circtsim;
using namespace circtsim::model;
using namespace circtsim::runtime;
using sched::Reference;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments, uint64_t *results)

static ExitStatus done(SimContext *context) {
  return context->fault.isSet ? ExitStatus::Fault : ExitStatus::Return;
}

static void touch(SimContext *context, const Reference &ref) {
  if (!context->scheduler().isQuiet(SignalId(ref.signal)))
    context->scheduler().touch(ref.address, SignalId(ref.signal));
}

static void give(uint64_t *results, const Reference &ref) {
  std::memcpy(results, static_cast<const void *>(&ref), sizeof ref);
}

// --- Construction (7.5.1) -----------------------------------------------------------------

static ExitStatus construct(SimContext *context, const uint64_t *arguments, bool hasSource) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  auto count = int64_t(arguments[4]);
  if (count < 0)
    return context->raise("new[] of a negative or unknown size (IEEE 1800-2023 7.5.1)");
  if (!target.address)
    return ExitStatus::Return;
  TypeId element = context->image.types[type].element;
  uint64_t stride = context->image.types[element].size;
  Arrays arrays(*context);
  ArrayObject *array = arrays.create(element, uint64_t(count));
  if (!array)
    return ExitStatus::Fault;
  auto *first = reinterpret_cast<uint8_t *>(array->first);
  uint64_t copied = 0;
  if (hasSource) {
    ArrayView source(*context, TypeId(arguments[8]), Reference::at(arguments + 5).address);
    copied = std::min(source.count, uint64_t(count));
    copyObjects(*context, element, first, source.first, copied, stride);
  }
  arrays.initialise(element, first + copied * stride, uint64_t(count) - copied);
  array->count = uint64_t(count);
  array->usedEnd = array->first + array->count * stride;
  storeUnit(target.address, 8, count ? Handle(array) : 0);
  touch(context, target);
  return done(context);
}
RT(array_new) { return construct(context, arguments, false); }
RT(array_new_from) { return construct(context, arguments, true); }

// --- Elements (7.10.2) ---------------------------------------------------------------------

/// Reports what a bounded queue drops (7.10.5).
static void warnDropped(SimContext *context, uint64_t bound) {
  warnOnce(*context, "an element behind [" + std::to_string(bound - 1) +
                         "] is dropped by a bounded queue (IEEE 1800-2023 7.10.5)");
}

RT(array_insert) {
  Reference target = Reference::at(arguments);
  auto id = TypeId(arguments[3]);
  uint64_t index = arguments[4];
  const TypeImage &type = context->image.types[id];
  if (!target.address) {
    give(results, {});
    return ExitStatus::Return;
  }
  Arrays arrays(*context);
  ArrayObject *array = arrays.make(target.address, id);
  if (!array)
    return ExitStatus::Fault;
  if (index == uint64_t(INT64_MAX))
    index = array->count;
  bool isFull = type.count && array->count >= type.count;
  if (index > array->count || (isFull && index >= type.count)) {
    if (index > array->count)
      warnOnce(*context, "insert at index " + std::to_string(int64_t(index)) + " of a queue of " +
                             std::to_string(array->count) + " elements (IEEE 1800-2023 7.10.2.2)");
    else
      warnDropped(context, type.count);
    give(results, {});
    return ExitStatus::Return;
  }
  if (isFull) {
    warnDropped(context, type.count);
    arrays.remove(*array, type.element, array->count - 1, 1);
  }
  uint8_t *element = arrays.insert(*array, type.element, index, 1);
  if (!element)
    return ExitStatus::Fault;
  TypeKind kind = context->image.types[type.element].kind;
  if (kind == TypeKind::Array || kind == TypeKind::Struct || kind == TypeKind::Union)
    arrays.initialise(type.element, element, 1);
  touch(context, target);
  give(results, {element, NoSignal, 0});
  return ExitStatus::Return;
}

RT(array_take) {
  Reference target = Reference::at(arguments);
  ArrayObject *array = arrayAt(target.address);
  if (!array || !array->count) {
    warnOnce(*context, "pop of an empty queue (IEEE 1800-2023 7.10.2.4)");
    give(results, {});
    return ExitStatus::Return;
  }
  TypeId element = context->image.types[arguments[3]].element;
  uint64_t index = arguments[4] ? array->count - 1 : 0;
  Reference taken = {
      reinterpret_cast<uint8_t *>(array->first + index * context->image.types[element].size),
      NoSignal, 0};
  Arrays(*context).remove(*array, element, index, 1);
  touch(context, target);
  give(results, taken);
  return ExitStatus::Return;
}

RT(array_erase) {
  Reference target = Reference::at(arguments);
  ArrayObject *array = arrayAt(target.address);
  uint64_t index = arguments[4], count = array ? array->count : 0;
  if (index >= count) {
    warnOnce(*context, (int64_t(index) == InvalidIndex
                            ? std::string("delete of an unknown index")
                            : "delete of index " + std::to_string(int64_t(index))) +
                           " of a queue of " + std::to_string(count) +
                           " elements (IEEE 1800-2023 7.10.2.3)");
    return ExitStatus::Return;
  }
  Arrays(*context).remove(*array, context->image.types[arguments[3]].element, index, 1);
  touch(context, target);
  return ExitStatus::Return;
}

RT(array_clear) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  if (!target.address || !loadUnit(target.address, 8))
    return ExitStatus::Return;
  if (context->image.types[type].kind == TypeKind::Assoc)
    Assoc(*context, type).clear(*assocAt(target.address));
  else
    Arrays(*context).clear(*arrayAt(target.address));
  touch(context, target);
  return ExitStatus::Return;
}

RT(array_pin) {
  if (ArrayObject *array = arrayAt(Reference::at(arguments).address))
    array->isPinned = true;
  return ExitStatus::Return;
}

// --- Several elements ------------------------------------------------------------------------

/// Appends elements [from, to) of a view to the queue of a temporary.
static ExitStatus append(SimContext *context, const Reference &target, TypeId type,
                         const ArrayView &source, uint64_t from, uint64_t to) {
  if (!target.address || from >= to)
    return ExitStatus::Return;
  TypeId element = context->image.types[type].element;
  uint64_t stride = context->image.types[element].size;
  Arrays arrays(*context);
  ArrayObject *array = arrays.make(target.address, type);
  uint8_t *gap = array ? arrays.insert(*array, element, array->count, to - from) : nullptr;
  if (!gap)
    return ExitStatus::Fault;
  for (uint64_t i = from; i != to; ++i, gap += stride)
    if (!source.entries) {
      copyObjects(*context, element, gap, source.at(i), to - i, stride);
      break;
    } else {
      copyObject(*context, element, gap, source.at(i));
    }
  return done(context);
}

RT(array_slice) {
  ArrayView source(*context, TypeId(arguments[7]), Reference::at(arguments + 4).address);
  auto from = int64_t(arguments[8]), to = int64_t(arguments[9]);
  if (from == InvalidIndex || to == InvalidIndex) // unknown bounds: an empty queue
    return ExitStatus::Return;
  from = std::max<int64_t>(from, 0);
  to = std::min<int64_t>(to, int64_t(source.count) - 1);
  return append(context, Reference::at(arguments), TypeId(arguments[3]), source, uint64_t(from),
                uint64_t(std::max(to + 1, from)));
}

RT(array_store_slice) {
  Reference target = Reference::at(arguments);
  TypeId element = context->image.types[arguments[3]].element;
  auto from = int64_t(arguments[4]), to = int64_t(arguments[5]);
  ArrayView source(*context, TypeId(arguments[9]), Reference::at(arguments + 6).address);
  if (from == InvalidIndex || to == InvalidIndex || to < from) {
    warnOnce(*context, "a slice with unknown or reversed bounds is not assigned "
                       "(IEEE 1800-2023 7.10.1)");
    return ExitStatus::Return;
  }
  uint64_t size = uint64_t(to - from) + 1;
  if (source.count != size)
    return context->raise("an array of " + std::to_string(source.count) +
                          " elements is assigned to a slice of " + std::to_string(size) +
                          " (IEEE 1800-2023 7.6)");
  ArrayObject *array = arrayAt(target.address);
  uint64_t count = array ? array->count : 0, stride = context->image.types[element].size;
  if (from < 0 || uint64_t(to) >= count)
    warnOnce(*context, "assignment to elements [" + std::to_string(from) + ":" +
                           std::to_string(to) + "] of an array of " + std::to_string(count) +
                           " elements (IEEE 1800-2023 7.4.5)");
  if (!array)
    return ExitStatus::Return;
  array->owner = uint64_t(target.address);
  for (uint64_t i = 0; i != size; ++i)
    if (int64_t at = from + int64_t(i); at >= 0 && uint64_t(at) < count)
      assignObject(*context, element,
                   {reinterpret_cast<uint8_t *>(array->first + uint64_t(at) * stride), target.signal, 0},
                   {source.at(i), NoSignal, 0}, false);
  return done(context);
}

RT(array_append) {
  ArrayView source(*context, TypeId(arguments[7]), Reference::at(arguments + 4).address);
  return append(context, Reference::at(arguments), TypeId(arguments[3]), source, 0, source.count);
}

RT(array_convert) {
  convertArray(*context, TypeId(arguments[3]), Reference::at(arguments), TypeId(arguments[7]),
               Reference::at(arguments + 4).address);
  return done(context);
}
