//===- Heap.cpp - allocation and collection of heap objects ------------------===//
//
// Objects of up to 16 KiB lie in 64 KiB pages of one size class each, larger ones
// in runs of pages of their own. A table indexed by page number tells what a page
// holds, so that any word can be tested for being a pointer into an object: that
// is the conservative part of marking. Cells are scanned through their type.
//
// Of an array's block the elements that belong to the array are marked. Elements that
// have left it can be alive too, through references to them (7.10.3, 13.5.2): a word
// that points into a block marks all of it.
//
// Two-state objects keep their b-plane zero; pages that never held anything else need
// not be cleared there.
//
// Invariants: objects never move; a free object has kind Free and its payload
// links to the next free one of its class; an event that somebody waits for is
// kept even if nothing refers to it.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Heap.h"

#include "Model/Storage.h"
#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"

#include <algorithm>

namespace circtsim::runtime {

using namespace circtsim::model;

static constexpr uint32_t ClassBytes[] = {16,  32,  48,   64,   96,   128,  192,  256,  384,   512,
                                          768, 1024, 1536, 2048, 3072, 4096, 6144, 8192, 12288, 16384};
static constexpr uint64_t LargestSmall = 16384;

Heap::Heap(Arena &arena, const DesignImage &image) : arena(arena), image(image) {
  static_assert(sizeof(ClassBytes) / sizeof(ClassBytes[0]) == ClassCount);
}

static unsigned classOf(uint64_t bytes) {
  return unsigned(std::lower_bound(std::begin(ClassBytes), std::end(ClassBytes), bytes) -
                  std::begin(ClassBytes));
}

Heap::Page *Heap::addPages(uint8_t *memory, uint32_t count, uint32_t objectBytes) {
  uint32_t first = pageOf(uint64_t(memory));
  if (pages.size() < first + count)
    pages.resize(std::max<size_t>(first + count, pages.size() * 2));
  for (uint32_t i = 0; i != count; ++i) {
    pages[first + i].objectBytes = objectBytes;
    pages[first + i].firstPage = first;
  }
  pages[first].pageCount = count;
  ownPages.push_back(first);
  return &pages[first];
}

bool Heap::refill(unsigned sizeClass) {
  uint8_t *memory = arena.allocate(Arena::PageSize, Arena::PageSize, ArenaUse::Heap);
  if (!memory)
    return false;
  uint32_t bytes = ClassBytes[sizeClass];
  addPages(memory, 1, bytes);
  uint8_t *next = freeLists[sizeClass];
  for (uint64_t at = Arena::PageSize / bytes; at-- > 0;) {
    uint8_t *object = memory + at * bytes;
    std::memcpy(object + sizeof(ObjectHeader), &next, 8);
    next = object;
  }
  freeLists[sizeClass] = next;
  return true;
}

uint8_t *Heap::allocateLarge(uint64_t bytes) {
  auto count = uint32_t((bytes + Arena::PageSize - 1) / Arena::PageSize);
  for (uint32_t first : ownPages) {
    Page &page = pages[first];
    if (!page.isFree || page.pageCount < count || page.pageCount > 2 * count)
      continue;
    page.isFree = false;
    return addressOf(first);
  }
  uint8_t *memory =
      arena.allocate(uint64_t(count) * Arena::PageSize, Arena::PageSize, ArenaUse::Heap);
  if (memory)
    addPages(memory, count, ~0u);
  return memory;
}

Handle Heap::allocate(uint64_t payload, ObjectKind kind, uint32_t info) {
  uint64_t bytes = payload + sizeof(ObjectHeader);
  uint8_t *object;
  if (bytes <= LargestSmall) {
    unsigned sizeClass = classOf(bytes);
    if (!freeLists[sizeClass] && !refill(sizeClass))
      return 0;
    object = freeLists[sizeClass];
    std::memcpy(&freeLists[sizeClass], object + sizeof(ObjectHeader), 8);
    bytes = ClassBytes[sizeClass];
  } else {
    object = allocateLarge(bytes);
    if (!object)
      return 0;
  }
  auto *head = reinterpret_cast<ObjectHeader *>(object);
  *head = {kind, false, false, 0, info};
  allocatedSince += bytes;
  if (pollFlag && wantsCollection())
    *pollFlag = true;
  return reinterpret_cast<Handle>(head + 1);
}

Handle Heap::newString(uint64_t length, char *&bytes) {
  bytes = nullptr;
  if (length == 0 || length >= ~uint32_t(0))
    return 0;
  Handle string = allocate(length + 1, ObjectKind::String, uint32_t(length));
  if (!string)
    return 0;
  bytes = reinterpret_cast<char *>(string);
  bytes[length] = 0;
  return string;
}

Handle Heap::newString(std::string_view text) {
  char *bytes;
  Handle string = newString(text.size(), bytes);
  if (string)
    std::memcpy(bytes, text.data(), text.size());
  return string;
}

Handle Heap::newEvent() {
  Handle event = allocate(sizeof(EventObject), ObjectKind::Event, 0);
  if (event)
    new (reinterpret_cast<void *>(event)) EventObject;
  return event;
}

Handle Heap::newCell(TypeId type) {
  uint64_t bytes = std::max<uint64_t>(image.types[type].size, 8);
  Handle cell = allocate(bytes, ObjectKind::Cell, type);
  if (!cell)
    return 0;
  auto *address = reinterpret_cast<uint8_t *>(cell);
  pageWith(cell).isFour = true;
  std::memset(address, 0, bytes);
  std::memset(address + arena.planeDistance(), 0, bytes);
  initialiseObject(image, type, address, arena.planeDistance(), false,
                   [this] { return newEvent(); });
  return cell;
}

Handle Heap::newObject(uint64_t bytes, uint32_t info) {
  Handle object = allocate(std::max<uint64_t>(bytes, 8), ObjectKind::Object, info);
  if (!object)
    return 0;
  auto *address = reinterpret_cast<uint8_t *>(object);
  pageWith(object).isFour = true;
  std::memset(address, 0, bytes);
  std::memset(address + arena.planeDistance(), 0, bytes);
  return object;
}

Handle Heap::newPart(ObjectKind kind, uint64_t bytes, uint32_t info, bool isFour, bool isZeroed) {
  Handle object = allocate(bytes, kind, info);
  if (!object)
    return 0;
  auto *address = reinterpret_cast<uint8_t *>(object);
  if (isZeroed)
    std::memset(address, 0, bytes);
  Page &page = pageWith(object);
  page.isFour |= isFour;
  if (page.isFour)
    std::memset(address + arena.planeDistance(), 0, bytes);
  return object;
}

const TypeTraits &Heap::traitsOf(TypeId type) {
  if (type >= traits.size())
    traits.resize(std::max<size_t>(image.types.size(), type + 1));
  TypeTraits &found = traits[type];
  if (!found.isKnown)
    found = {true, containsHandles(image, type), containsArrays(image, type),
             containsKind(image, type, TypeKind::Logic)};
  return found;
}

Handle Heap::objectAt(uint64_t address) const {
  if (!arena.contains(address))
    return 0;
  uint32_t index = pageOf(address);
  if (index >= pages.size() || !pages[index].objectBytes)
    return 0;
  const Page &page = pages[index];
  uint8_t *start = addressOf(page.firstPage);
  uint8_t *object = start;
  if (page.objectBytes != ~0u) {
    uint64_t number = (address - uint64_t(start)) / page.objectBytes;
    object += number * page.objectBytes;
    if (object + page.objectBytes > start + Arena::PageSize)
      return 0;
  } else if (page.isFree) {
    return 0;
  }
  auto *head = reinterpret_cast<ObjectHeader *>(object);
  return head->kind == ObjectKind::Free ? 0 : reinterpret_cast<Handle>(head + 1);
}

void Heap::mark(Handle object) {
  object = objectAt(object);
  if (!object)
    return;
  ObjectHeader &head = *header(object);
  if (head.isMarked && (head.kind != ObjectKind::Elements || head.isScanned))
    return;
  head.isMarked = head.isScanned = true;
  pending.push_back(object);
}

void Heap::markWords(const uint64_t *first, const uint64_t *last) {
  for (; first < last; ++first)
    if (arena.contains(*first))
      mark(*first);
}

void Heap::markObject(TypeId type, uint8_t *address) {
  if (!traitsOf(type).hasHandles)
    return;
  forEachHandle(image, type, address, [this](TypeKind, uint8_t *at) {
    Handle handle;
    std::memcpy(&handle, at, 8);
    mark(handle);
  });
}

void Heap::markElements(TypeId type, uint8_t *first, uint64_t count) {
  if (!traitsOf(type).hasHandles)
    return;
  uint64_t stride = image.types[type].size;
  for (uint64_t i = 0; i != count; ++i)
    markObject(type, first + i * stride);
}

void Heap::scanArray(Handle object) {
  auto &array = *reinterpret_cast<ArrayObject *>(object);
  if (!array.block)
    return;
  header(array.block)->isMarked = true;
  markElements(header(object)->info, reinterpret_cast<uint8_t *>(array.first), array.count);
}

void Heap::scanAssoc(Handle object) {
  auto &assoc = *reinterpret_cast<AssocObject *>(object);
  for (Handle part : {assoc.buckets, assoc.order, assoc.defaultEntry})
    mark(part);
  auto *entries = reinterpret_cast<Handle *>(assoc.order);
  for (uint64_t i = 0; i != assoc.orderSize; ++i)
    mark(entries[i]);
}

void Heap::scan(Handle object) {
  const ObjectHeader &head = *header(object);
  auto *address = reinterpret_cast<uint8_t *>(object);
  switch (head.kind) {
  case ObjectKind::Cell:
    return markObject(head.info, address);
  case ObjectKind::Object:
    if (scanObject)
      scanObject(*this, object, head.info);
    return;
  case ObjectKind::Array:
    return scanArray(object);
  case ObjectKind::Elements: {
    auto &block = *reinterpret_cast<ElementBlock *>(object);
    mark(block.array);
    return markElements(head.info, block.elements(), block.capacity);
  }
  case ObjectKind::Assoc:
    return scanAssoc(object);
  case ObjectKind::Entry: {
    auto &entry = *reinterpret_cast<AssocEntry *>(object);
    const TypeImage &type = image.types[head.info];
    mark(entry.array);
    if (entry.isTextKey)
      mark(entry.key);
    return markObject(type.element, entry.value());
  }
  default:
    return;
  }
}

/// True if the object stays; a dead one becomes Free.
bool Heap::sweepObject(ObjectHeader *object, uint64_t bytes) {
  bool stays = object->isMarked;
  if (object->kind == ObjectKind::Event && reinterpret_cast<EventObject *>(object + 1)->first)
    stays = true;
  object->isMarked = object->isScanned = false;
  if (stays)
    live += bytes;
  else
    object->kind = ObjectKind::Free;
  return stays;
}

void Heap::sweep() {
  live = 0;
  std::fill(std::begin(freeLists), std::end(freeLists), nullptr);
  for (uint32_t first : ownPages) {
    Page &page = pages[first];
    uint8_t *start = addressOf(first);
    if (page.objectBytes == ~0u) {
      if (!page.isFree)
        page.isFree = !sweepObject(reinterpret_cast<ObjectHeader *>(start),
                                   page.pageCount * Arena::PageSize);
      continue;
    }
    uint8_t *&list = freeLists[classOf(page.objectBytes)];
    for (uint64_t i = Arena::PageSize / page.objectBytes; i-- > 0;) {
      auto *object = reinterpret_cast<ObjectHeader *>(start + i * page.objectBytes);
      if (object->kind != ObjectKind::Free && sweepObject(object, page.objectBytes))
        continue;
      std::memcpy(object + 1, &list, 8);
      list = reinterpret_cast<uint8_t *>(object);
    }
  }
}

void Heap::collect(const std::function<void(Heap &)> &roots) {
  pending.clear();
  roots(*this);
  while (!pending.empty()) {
    Handle object = pending.back();
    pending.pop_back();
    scan(object);
  }
  sweep();
  ++collectionCount;
  allocatedSince = 0;
  threshold = std::max(minimumThreshold, live);
}

} // namespace circtsim::runtime
