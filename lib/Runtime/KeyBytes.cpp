//===- KeyBytes.cpp - keys of associative arrays as bytes --------------------===//
//
// IEEE 1800-2023 7.8.5; the format is in KeyBytes.h.
//
//===----------------------------------------------------------------------===//
#include "Runtime/KeyBytes.h"

#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"
#include "Runtime/SimContext.h"
#include "Value/WordBuffer.h"
#include "Value/Words.h"

namespace circtsim::runtime {

using namespace circtsim::model;

std::string keyBytes(const uint64_t *words, uint32_t width, bool isSigned) {
  std::string bytes((width + 7) / 8, 0);
  for (size_t i = 0; i != bytes.size(); ++i) {
    uint64_t byte = words[i / 8] >> i % 8 * 8 & 0xff;
    if (isSigned && i == (width - 1) / 8)
      byte ^= uint64_t(1) << (width - 1) % 8;
    bytes[bytes.size() - 1 - i] = char(byte);
  }
  return bytes;
}

void KeyWriter::addText(std::string_view text) {
  for (char c : text) {
    bytes += c;
    if (!c)
      bytes += char(1);
  }
  bytes.append(2, char(0));
}

void KeyWriter::addEntries(TypeId id, AssocObject *array) {
  Assoc keys(context, id);
  const Handle *entries = array ? keys.sorted(*array) : nullptr;
  for (uint64_t i = 0; array && i != array->count; ++i) {
    auto *entry = reinterpret_cast<AssocEntry *>(entries[i]);
    bytes += char(1);
    if (keys.order == KeyOrder::Text)
      addText(Heap::text(entry->key));
    else
      bytes += keyBytes(&entry->key, 64, keys.order == KeyOrder::Signed);
    add(keys.element, entry->value());
  }
  bytes += char(0);
}

void KeyWriter::add(TypeId id, uint8_t *address) {
  const TypeImage &type = context.image.types[id];
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits: {
    uint32_t words = value::wordsFor(type.width);
    value::WordBuffer a(words), b(words);
    value::fillWords(b, 0, words); // what two-state objects do not have
    sched::loadBits(context.arena->planeDistance(), address, 0, type.width, type.width,
                    type.kind == TypeKind::Logic, a, b);
    isUnknown |= !value::isZeroWords(b.data(), words);
    bytes += keyBytes(a.data(), type.width, type.isSigned);
    return;
  }
  case TypeKind::String:
    addText(Heap::text(address ? loadUnit(address, 8) : 0));
    return;
  case TypeKind::Assoc:
    addEntries(id, assocAt(address));
    return;
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      add(field.type, address ? address + field.offset : nullptr);
    return;
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i)
      add(type.element, address ? address + i * type.stride : nullptr);
    return;
  default: {
    ArrayView view(context, id, address);
    for (uint64_t i = 0; i != view.count; ++i) {
      bytes += char(1);
      add(view.element, view.at(i));
    }
    bytes += char(0);
    return;
  }
  }
}

uint8_t KeyReader::next() {
  if (bytes.empty())
    return 0;
  auto byte = uint8_t(bytes.front());
  bytes.remove_prefix(1);
  return byte;
}

void KeyReader::words(uint32_t width, bool isSigned, uint64_t *to) {
  value::fillWords(to, 0, value::wordsFor(width));
  for (size_t i = (width + 7) / 8; i-- > 0;) {
    uint64_t byte = next();
    if (isSigned && i == (width - 1) / 8)
      byte ^= uint64_t(1) << (width - 1) % 8;
    to[i / 8] |= byte << i % 8 * 8;
  }
}

std::string KeyReader::text() {
  std::string result;
  while (!bytes.empty()) {
    uint8_t byte = next();
    if (!byte && !next())
      break;
    result += char(byte);
  }
  return result;
}

void KeyReader::takeEntries(SimContext &context, TypeId id, uint8_t *address) {
  Assoc keys(context, id);
  storeUnit(address, 8, 0);
  while (hasElement()) {
    uint64_t key = 0;
    if (keys.order == KeyOrder::Text)
      key = context.heap.newString(text());
    else
      words(64, keys.order == KeyOrder::Signed, &key);
    AssocObject *array = keys.make(address);
    AssocEntry *entry = array ? keys.insert(*array, key) : nullptr;
    if (!entry)
      return;
    take(context, keys.element, entry->value());
  }
}

void KeyReader::take(SimContext &context, TypeId id, uint8_t *address) {
  const TypeImage &type = context.image.types[id];
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits: {
    value::WordBuffer a(value::wordsFor(type.width));
    words(type.width, type.isSigned, a.data());
    uint64_t bytes = type.size;
    std::memcpy(address, a.data(), bytes);
    if (type.kind == TypeKind::Logic)
      std::memset(address + context.arena->planeDistance(), 0, bytes);
    return;
  }
  case TypeKind::String:
    storeUnit(address, 8, context.heap.newString(text()));
    return;
  case TypeKind::Assoc:
    return takeEntries(context, id, address);
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      take(context, field.type, address + field.offset);
    return;
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i)
      take(context, type.element, address + i * type.stride);
    return;
  default: {
    Arrays arrays(context);
    storeUnit(address, 8, 0);
    while (hasElement()) {
      ArrayObject *array = arrays.make(address, id);
      uint8_t *element = array ? arrays.insert(*array, type.element, array->count, 1) : nullptr;
      if (!element)
        return;
      arrays.initialise(type.element, element, 1);
      take(context, type.element, element);
    }
    return;
  }
  }
}

} // namespace circtsim::runtime
