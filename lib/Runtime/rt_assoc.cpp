//===- rt_assoc.cpp - associative arrays of generated code -------------------===//
//
// IEEE 1800-2023 7.8, 7.9. Reading an element that does not exist gives the default value of
// the array or, after a warning, of the element type (7.8.6); writing makes it.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Assoc.h"

#include "Runtime/Arrays.h"
#include "Runtime/KeyBytes.h"
#include "Runtime/Objects.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"

using namespace circtsim;
using namespace circtsim::model;
using namespace circtsim::runtime;
using sched::Reference;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments, uint64_t *results)

static void give(uint64_t *results, const Reference &ref) {
  std::memcpy(results, static_cast<const void *>(&ref), sizeof ref);
}

static void touch(SimContext *context, const Reference &ref) {
  if (!context->scheduler().isQuiet(SignalId(ref.signal)))
    context->scheduler().touch(ref.address, SignalId(ref.signal));
}

static std::string textOf(const DesignImage &image, TypeId array, const Assoc &keys,
                          uint64_t key) {
  switch (keys.order) {
  case KeyOrder::Text:
    if (image.types[image.types[array].key].kind != TypeKind::String)
      return "with this index";
    return "\"" + std::string(Heap::text(key)) + "\"";
  case KeyOrder::Signed:
    return std::to_string(int64_t(key));
  default:
    return std::to_string(key);
  }
}

RT(assoc_ref) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  uint64_t key = arguments[4];
  bool isUnknown = arguments[5], isWritten = arguments[6];
  Assoc keys(*context, type);
  AssocObject *array = assocAt(target.address);
  AssocEntry *entry = array && !isUnknown ? keys.find(*array, key) : nullptr;
  if (!entry && isWritten && target.address && !isUnknown) {
    array = keys.make(target.address);
    entry = array ? keys.insert(*array, key) : nullptr;
    if (!entry)
      return ExitStatus::Fault;
    touch(context, target);
  }
  if (!entry && !isWritten && array && array->defaultEntry)
    entry = reinterpret_cast<AssocEntry *>(array->defaultEntry);
  if (!entry) {
    warnOnce(*context, isUnknown ? "an index of unknown bits in an associative array "
                                   "(IEEE 1800-2023 7.8.6)"
                                 : "no element " + textOf(context->image, type, keys, key) +
                                       " in an associative array (IEEE 1800-2023 7.8.6)");
    give(results, {});
    return ExitStatus::Return;
  }
  if (isWritten)
    array->owner = uint64_t(target.address);
  give(results, {entry->value(), target.signal, 0});
  return ExitStatus::Return;
}

RT(assoc_default) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  Assoc keys(*context, type);
  AssocObject *array = keys.make(target.address);
  AssocEntry *entry = array ? keys.newEntry(Handle(array), 0) : nullptr;
  if (!entry)
    return ExitStatus::Fault;
  entry->isTextKey = false;
  Arrays(*context).initialise(keys.element, entry->value(), 1);
  array->defaultEntry = Handle(entry);
  give(results, {entry->value(), NoSignal, 0});
  return ExitStatus::Return;
}

RT(assoc_exists) {
  AssocObject *array = assocAt(Reference::at(arguments).address);
  results[0] =
      array && !arguments[5] && Assoc(*context, TypeId(arguments[3])).find(*array, arguments[4]);
  return ExitStatus::Return;
}

RT(assoc_delete) {
  Reference target = Reference::at(arguments);
  Assoc keys(*context, TypeId(arguments[3]));
  AssocObject *array = assocAt(target.address);
  if (!array || arguments[5] || !keys.find(*array, arguments[4]))
    return ExitStatus::Return;
  keys.erase(*array, arguments[4]);
  touch(context, target);
  return ExitStatus::Return;
}

RT(assoc_step) {
  AssocObject *array = assocAt(Reference::at(arguments).address);
  Assoc keys(*context, TypeId(arguments[3]));
  uint64_t key = arguments[4], way = arguments[5];
  AssocEntry *entry = nullptr;
  if (array)
    entry = way < 2 ? keys.last(*array, way == 0) : keys.next(*array, key, way == 2);
  results[0] = entry != nullptr;
  results[1] = entry ? entry->key : key;
  return ExitStatus::Return;
}

RT(assoc_entry) {
  AssocObject *array = assocAt(Reference::at(arguments).address);
  uint64_t position = arguments[4];
  if (!array || position >= array->count) {
    give(results, {});
    results[3] = 0;
    return ExitStatus::Return;
  }
  Assoc keys(*context, TypeId(arguments[3]));
  auto *entry = reinterpret_cast<AssocEntry *>(keys.sorted(*array)[position]);
  give(results, {entry->value(), NoSignal, 0});
  results[3] = entry->key;
  return ExitStatus::Return;
}

// --- Keys that are strings of bytes (KeyBytes.h) -------------------------------------------

RT(assoc_object_key) {
  KeyWriter writer(*context);
  writer.add(TypeId(arguments[0]), Reference::at(arguments + 1).address);
  results[0] = context->heap.newString(writer.bytes);
  results[1] = writer.isUnknown;
  return ExitStatus::Return;
}

RT(assoc_key_object) {
  KeyReader reader(Heap::text(arguments[4]));
  reader.take(*context, TypeId(arguments[3]), Reference::at(arguments).address);
  return context->fault.isSet ? ExitStatus::Fault : ExitStatus::Return;
}

RT(assoc_wide_key) {
  results[0] = context->heap.newString(
      keyBytes(arguments + 2, uint32_t(arguments[1]), arguments[0] != 0));
  return ExitStatus::Return;
}

RT(assoc_key_bits) {
  KeyReader(Heap::text(arguments[2])).words(uint32_t(arguments[1]), arguments[0] != 0, results);
  return ExitStatus::Return;
}
