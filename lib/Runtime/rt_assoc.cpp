//===- rt_assoc.cpp - associative arrays of generated code -------------------===//
//
// IEEE 1800-2023 7.8, 7.9. Reading an element that does not exist gives the default value of
// the array or, after a warning, of the element type (7.8.6); writing makes it.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Assoc.h"

#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"
#include "Value/Words.h"

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

static std::string textOf(const Assoc &keys, uint64_t key) {
  switch (keys.order) {
  case KeyOrder::Text:
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
                                 : "no element " + textOf(keys, key) +
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

// --- Keys of more than 64 bits: bytes, most significant first, sign bit inverted -----------

RT(assoc_wide_key) {
  auto width = uint32_t(arguments[1]);
  std::string bytes((width + 7) / 8, 0);
  for (size_t i = 0; i != bytes.size(); ++i) {
    uint64_t byte = arguments[2 + i / 8] >> i % 8 * 8 & 0xff;
    if (arguments[0] && i == (width - 1) / 8)
      byte ^= uint64_t(1) << (width - 1) % 8;
    bytes[bytes.size() - 1 - i] = char(byte);
  }
  results[0] = context->heap.newString(bytes);
  return ExitStatus::Return;
}

RT(assoc_key_bits) {
  auto width = uint32_t(arguments[1]);
  bool isSigned = arguments[0];
  std::string_view bytes = Heap::text(arguments[2]);
  value::fillWords(results, 0, value::wordsFor(width));
  for (size_t i = 0; i != bytes.size(); ++i) {
    uint64_t byte = uint8_t(bytes[bytes.size() - 1 - i]);
    if (isSigned && i == (width - 1) / 8)
      byte ^= uint64_t(1) << (width - 1) % 8;
    results[i / 8] |= byte << i % 8 * 8;
  }
  return ExitStatus::Return;
}
