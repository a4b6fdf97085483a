//===- Assoc.cpp - associative arrays ----------------------------------------===//
//
// IEEE 1800-2023 7.8, 7.9. A look-up hashes the key and probes a table of entries. The
// order of keys (7.8.1 - 7.8.5) is a vector whose front part is sorted: new entries are
// appended, and the first to ask for the order has them merged in. Deleted entries stay
// in the vector, so that a loop can delete the entry it is at, until they are half of it.
//
// Keys are words: integral ones of up to 64 bits, or handles of strings. Wider integral
// keys, and unpacked objects, are strings of bytes (KeyBytes.h).
//
//===----------------------------------------------------------------------===//
#include "Runtime/Assoc.h"

#include "Runtime/Arrays.h"
#include "Runtime/Objects.h"
#include "Runtime/SimContext.h"

#include <algorithm>

namespace circtsim::runtime {

using namespace circtsim::model;

static KeyOrder orderOf(const DesignImage &image, TypeId key) {
  if (key == NoId)
    return KeyOrder::Unsigned;
  const TypeImage &type = image.types[key];
  bool isPacked = type.kind == TypeKind::Logic || type.kind == TypeKind::Bits;
  if (!isPacked || type.width > 64)
    return KeyOrder::Text;
  return type.isSigned ? KeyOrder::Signed : KeyOrder::Unsigned;
}

Assoc::Assoc(SimContext &context, TypeId type)
    : order(orderOf(context.image, context.image.types[type].key)),
      element(context.image.types[type].element), context(context), heap(context.heap), type(type) {
}

AssocObject *Assoc::create() {
  Handle handle = heap.newPart(ObjectKind::Assoc, sizeof(AssocObject), type, false, true);
  if (!handle)
    context.raise("the simulation memory is full");
  return reinterpret_cast<AssocObject *>(handle);
}

AssocObject *Assoc::make(uint8_t *address) {
  if (AssocObject *array = assocAt(address))
    return array;
  AssocObject *array = create();
  if (array)
    storeUnit(address, 8, uint64_t(array));
  return array;
}

static Handle *words(Handle raw) { return reinterpret_cast<Handle *>(raw); }
static AssocEntry *entryOf(Handle handle) { return reinterpret_cast<AssocEntry *>(handle); }

// --- Keys ------------------------------------------------------------------------------

int Assoc::compare(uint64_t a, uint64_t b) const {
  switch (order) {
  case KeyOrder::Text: {
    int result = Heap::text(a).compare(Heap::text(b));
    return result < 0 ? -1 : result > 0;
  }
  case KeyOrder::Signed:
    return int64_t(a) < int64_t(b) ? -1 : a != b;
  default:
    return a < b ? -1 : a != b;
  }
}

bool Assoc::isLess(Handle a, Handle b) const {
  return compare(entryOf(a)->key, entryOf(b)->key) < 0;
}

uint64_t Assoc::hashOf(uint64_t key) const {
  uint64_t hash = key;
  if (order == KeyOrder::Text) {
    hash = 0xCBF29CE484222325;
    for (char c : Heap::text(key))
      hash = (hash ^ uint8_t(c)) * 0x100000001B3;
  }
  hash ^= hash >> 32;
  hash *= 0x9E3779B97F4A7C15;
  return hash ^ hash >> 29;
}

bool Assoc::isSame(const AssocEntry &entry, uint64_t hash, uint64_t key) const {
  if (order != KeyOrder::Text)
    return entry.key == key;
  return entry.hash == hash && Heap::text(entry.key) == Heap::text(key);
}

// --- Look-up -----------------------------------------------------------------------------

AssocEntry *Assoc::find(const AssocObject &array, uint64_t key) const {
  if (!array.count)
    return nullptr;
  uint64_t hash = hashOf(key);
  const Handle *buckets = words(array.buckets);
  for (uint64_t i = hash & array.bucketMask; buckets[i]; i = (i + 1) & array.bucketMask)
    if (isSame(*entryOf(buckets[i]), hash, key))
      return entryOf(buckets[i]);
  return nullptr;
}

AssocEntry *Assoc::newEntry(Handle array, uint64_t key) {
  const TypeTraits traits = heap.traitsOf(element);
  uint64_t bytes = sizeof(AssocEntry) + context.image.types[element].size;
  Handle handle = heap.newPart(ObjectKind::Entry, bytes, type, traits.isFour, true);
  if (!handle) {
    context.raise("the simulation memory is full");
    return nullptr;
  }
  AssocEntry &entry = *entryOf(handle);
  entry = {array, hashOf(key), key, 0, order == KeyOrder::Text, false};
  return &entry;
}

/// A raw block of `count` zero words; null after a fault.
static Handle newWords(SimContext &context, uint64_t count) {
  Handle raw = context.heap.newPart(ObjectKind::Raw, count * 8, 0, false, true);
  if (!raw)
    context.raise("the simulation memory is full");
  return raw;
}

/// At most two thirds of the buckets are in use.
bool Assoc::growBuckets(AssocObject &array) {
  uint64_t size = array.buckets ? array.bucketMask + 1 : 0;
  if ((array.count + 1) * 3 <= size * 2)
    return true;
  uint64_t newSize = size ? size * 2 : 8;
  Handle raw = newWords(context, newSize);
  if (!raw)
    return false;
  for (uint64_t i = 0; i != size; ++i) {
    Handle entry = words(array.buckets)[i];
    if (!entry)
      continue;
    uint64_t at = entryOf(entry)->hash & (newSize - 1);
    while (words(raw)[at])
      at = (at + 1) & (newSize - 1);
    words(raw)[at] = entry;
  }
  array.buckets = raw;
  array.bucketMask = newSize - 1;
  return true;
}

bool Assoc::append(AssocObject &array, Handle entry) {
  if (array.orderSize == array.orderCapacity) {
    uint64_t capacity = array.orderCapacity ? array.orderCapacity * 2 : 8;
    Handle raw = newWords(context, capacity);
    if (!raw)
      return false;
    if (array.orderSize)
      std::memcpy(words(raw), words(array.order), array.orderSize * 8);
    array.order = raw;
    array.orderCapacity = capacity;
  }
  uint64_t size = array.orderSize++;
  words(array.order)[size] = entry;
  // Keys that come in their order stay sorted.
  if (array.sorted == size && (!size || isLess(words(array.order)[size - 1], entry))) {
    entryOf(entry)->position = uint32_t(size);
    ++array.sorted;
  }
  return true;
}

AssocEntry *Assoc::insert(AssocObject &array, uint64_t key) {
  if (AssocEntry *entry = find(array, key))
    return entry;
  AssocEntry *entry = newEntry(Handle(&array), key);
  if (!entry || !growBuckets(array) || !append(array, Handle(entry)))
    return nullptr;
  if (array.defaultEntry)
    copyObject(context, element, entry->value(), entryOf(array.defaultEntry)->value());
  else
    Arrays(context).initialise(element, entry->value(), 1);
  uint64_t at = entry->hash & array.bucketMask;
  while (words(array.buckets)[at])
    at = (at + 1) & array.bucketMask;
  words(array.buckets)[at] = Handle(entry);
  ++array.count;
  return entry;
}

void Assoc::erase(AssocObject &array, uint64_t key) {
  AssocEntry *entry = find(array, key);
  if (!entry)
    return;
  uint64_t mask = array.bucketMask, hole = entry->hash & mask;
  Handle *buckets = words(array.buckets);
  while (buckets[hole] != Handle(entry))
    hole = (hole + 1) & mask;
  // Entries behind the hole that probe across it move into it.
  for (uint64_t i = (hole + 1) & mask; buckets[i]; i = (i + 1) & mask)
    if (((i - entryOf(buckets[i])->hash) & mask) >= ((i - hole) & mask)) {
      buckets[hole] = buckets[i];
      hole = i;
    }
  buckets[hole] = 0;
  entry->isDead = true;
  --array.count;
  if (++array.dead > 16 && array.dead > array.count)
    compact(array);
}

void Assoc::clear(AssocObject &array) {
  Handle defaultEntry = array.defaultEntry;
  uint64_t owner = array.owner;
  array = {};
  array.owner = owner;
  array.defaultEntry = defaultEntry;
}

// --- Order ---------------------------------------------------------------------------------

/// Takes deleted entries out of the order.
void Assoc::compact(AssocObject &array) {
  Handle *entries = words(array.order);
  uint64_t kept = 0, sorted = 0;
  for (uint64_t i = 0; i != array.orderSize; ++i) {
    if (entryOf(entries[i])->isDead)
      continue;
    sorted += i < array.sorted;
    entryOf(entries[i])->position = uint32_t(kept);
    entries[kept++] = entries[i];
  }
  array.orderSize = kept;
  array.sorted = sorted;
  array.dead = 0;
}

void Assoc::sort(AssocObject &array) {
  if (array.sorted == array.orderSize)
    return;
  if (array.dead)
    compact(array);
  Handle *entries = words(array.order), *end = entries + array.orderSize;
  Handle *middle = entries + array.sorted;
  auto less = [this](Handle a, Handle b) { return isLess(a, b); };
  std::sort(middle, end, less);
  uint64_t first = middle == end
                       ? array.sorted
                       : uint64_t(std::upper_bound(entries, middle, *middle, less) - entries);
  std::vector<Handle> later(entries + first, middle);
  std::merge(later.begin(), later.end(), middle, end, entries + first, less);
  for (uint64_t i = first; i != array.orderSize; ++i)
    entryOf(entries[i])->position = uint32_t(i);
  array.sorted = array.orderSize;
}

const Handle *Assoc::sorted(AssocObject &array) {
  sort(array);
  if (array.dead)
    compact(array);
  return words(array.order);
}

/// First position in the sorted order whose key is not less.
uint64_t Assoc::positionOf(AssocObject &array, uint64_t key) const {
  if (AssocEntry *entry = find(array, key))
    return entry->position;
  Handle *entries = words(array.order);
  return uint64_t(std::lower_bound(entries, entries + array.orderSize, key,
                                   [this](Handle entry, uint64_t k) {
                                     return compare(entryOf(entry)->key, k) < 0;
                                   }) -
                  entries);
}

AssocEntry *Assoc::next(AssocObject &array, uint64_t key, bool isForward) {
  if (!array.count)
    return nullptr;
  sort(array);
  Handle *entries = words(array.order);
  uint64_t at = positionOf(array, key);
  if (isForward) {
    for (; at != array.orderSize; ++at)
      if (!entryOf(entries[at])->isDead && compare(entryOf(entries[at])->key, key) > 0)
        return entryOf(entries[at]);
    return nullptr;
  }
  while (at-- > 0)
    if (!entryOf(entries[at])->isDead)
      return entryOf(entries[at]);
  return nullptr;
}

AssocEntry *Assoc::last(AssocObject &array, bool isFirst) {
  if (!array.count)
    return nullptr;
  sort(array);
  Handle *entries = words(array.order);
  uint64_t at = isFirst ? 0 : array.orderSize - 1;
  while (entryOf(entries[at])->isDead)
    at += isFirst ? 1 : ~uint64_t(0);
  return entryOf(entries[at]);
}

AssocObject *Assoc::copyOf(AssocObject &from) {
  AssocObject *to = create();
  if (!to)
    return nullptr;
  if (from.defaultEntry) {
    AssocEntry *value = newEntry(Handle(to), 0);
    if (!value)
      return nullptr;
    value->isTextKey = false;
    copyObject(context, element, value->value(), entryOf(from.defaultEntry)->value());
    to->defaultEntry = Handle(value);
  }
  const Handle *entries = from.count ? sorted(from) : nullptr;
  for (uint64_t i = 0; i != from.count; ++i) {
    AssocEntry *entry = insert(*to, entryOf(entries[i])->key);
    if (!entry)
      return nullptr;
    copyObject(context, element, entry->value(), entryOf(entries[i])->value());
  }
  return to;
}

} // namespace circtsim::runtime
