//===- MemoryShape.cpp - unpacked arrays as addressed words ------------------===//
//
// Position 0 of an unpacked dimension in storage is its left bound; addresses and
// the order of words go by index values, so a dimension written [high:low] is
// walked backwards in storage.
//
// An outermost dimension of variable size is [0:size-1], or all values of the index type of
// an associative array. A store tells who waits for the variable, as an assignment does:
// the array learns through which handle it was written, and a new entry touches that.
//
//===----------------------------------------------------------------------===//
#include "Builtins/MemoryShape.h"

namespace circtsim::builtins {

using namespace circtsim::model;
using runtime::Assoc;
using runtime::AssocEntry;
using runtime::AssocObject;

static bool isVariable(TypeKind kind) {
  return kind == TypeKind::Dynamic || kind == TypeKind::Queue || kind == TypeKind::Assoc;
}

bool MemoryShape::bind(const BuiltinCall &call, uint32_t i) {
  const TypeImage *type = call.type(i);
  if (call.kind(i) != ArgKind::Ref || !type)
    return false;
  const std::vector<TypeImage> &types = call.context.image.types;
  kind = type->kind;
  id = call.argument(i).type;
  base = call.reference(i).address;
  signal = SignalId(call.reference(i).signal);
  if (!base)
    return false;
  if (isVariable(kind)) {
    uint64_t stride = types[type->element].size;
    if (!isSparse())
      bindElements(stride);
    else if (!bindKeys(call.context.image, stride))
      return false;
    type = &types[type->element];
  } else if (kind != TypeKind::Array) {
    return false;
  }
  for (; type->kind == TypeKind::Array; type = &types[type->element]) {
    if (!dimensions.empty())
      wordsPerAddress *= type->count;
    dimensions.push_back({type->left, type->right, type->count, type->stride});
  }
  width = type->width;
  isFour = type->kind == TypeKind::Logic;
  return isFour || type->kind == TypeKind::Bits;
}

/// Dynamic arrays and queues.
void MemoryShape::bindElements(uint64_t stride) {
  home = base;
  array = runtime::arrayAt(home);
  uint64_t count = array ? array->count : 0;
  base = array ? reinterpret_cast<uint8_t *>(array->first) : nullptr;
  dimensions.push_back({0, int64_t(count) - 1, count, stride});
}

/// Associative arrays, if the index is a number of up to 64 bits; a wildcard is one of 64.
bool MemoryShape::bindKeys(const DesignImage &image, uint64_t stride) {
  TypeId key = image.types[id].key;
  bool isSigned = key != NoId && image.types[key].isSigned;
  bool isNumber = key == NoId || image.types[key].kind == TypeKind::Logic ||
                  image.types[key].kind == TypeKind::Bits;
  keyWidth = key == NoId ? 64 : image.types[key].width;
  if (!isNumber || keyWidth > 64)
    return false;
  isUnsigned64 = keyWidth == 64 && !isSigned;
  uint64_t all = ~uint64_t(0) >> (64 - keyWidth);
  int64_t most = isSigned ? int64_t(all >> 1) : int64_t(all);
  dimensions.push_back({isSigned ? -most - 1 : 0, most, 0, stride});
  if (isUnsigned64)
    dimensions[0] = {0, -1, 0, stride};
  return true;
}

bool MemoryShape::decode(uint64_t number, int64_t &address) const {
  address = int64_t(number);
  if (!isSparse())
    return true;
  uint64_t all = ~uint64_t(0) >> (64 - keyWidth);
  if (number > all)
    return false;
  if (left() < 0 && number > all >> 1)
    address = int64_t(number | ~all);
  return true;
}

uint64_t MemoryShape::encode(int64_t address) const {
  return isSparse() ? uint64_t(address) & (~uint64_t(0) >> (64 - keyWidth)) : uint64_t(address);
}

std::vector<int64_t> MemoryShape::addresses(BuiltinCall &call, int64_t from, int64_t to) const {
  std::vector<int64_t> found;
  AssocObject *object = runtime::assocAt(base);
  if (!object || !object->count)
    return found;
  const runtime::Handle *entries = Assoc(call.context, id).sorted(*object);
  for (uint64_t i = 0; i != object->count; ++i) {
    auto address = int64_t(reinterpret_cast<AssocEntry *>(entries[i])->key);
    if (isWithin(address, from, to))
      found.push_back(address);
  }
  if (isDownwards(from, to))
    std::reverse(found.begin(), found.end());
  return found;
}

/// The element at an address; null if it does not exist.
uint8_t *MemoryShape::placeOf(BuiltinCall &call, int64_t address, bool isWritten) const {
  const Dimension &outer = dimensions[0];
  if (!isSparse()) {
    if (isWritten && array)
      array->owner = uint64_t(home);
    int64_t position = isDescending() ? outer.left - address : address - outer.left;
    return base + uint64_t(position) * outer.stride;
  }
  Assoc keys(call.context, id);
  AssocObject *object = isWritten ? keys.make(base) : runtime::assocAt(base);
  AssocEntry *entry = object ? keys.find(*object, uint64_t(address)) : nullptr;
  if (!isWritten || !object)
    return entry ? entry->value() : nullptr;
  object->owner = uint64_t(base);
  if (entry)
    return entry->value();
  entry = keys.insert(*object, uint64_t(address));
  if (entry && !call.scheduler().isQuiet(signal))
    call.scheduler().touch(base, signal);
  return entry ? entry->value() : nullptr;
}

uint8_t *MemoryShape::wordAt(uint8_t *element, uint64_t word) const {
  for (size_t d = dimensions.size(); d-- > 1;) {
    const Dimension &dimension = dimensions[d];
    uint64_t index = word % dimension.count;
    word /= dimension.count;
    element += (dimension.left <= dimension.right ? index : dimension.count - 1 - index) *
               dimension.stride;
  }
  return element;
}

bool MemoryShape::store(BuiltinCall &call, int64_t address, uint64_t word,
                        value::LogicRef v) const {
  uint8_t *element = placeOf(call, address, true);
  if (!element)
    return false;
  value::LogicVector resized(width);
  value::Planes planes = resized.planes();
  value::wide::resize({planes.a, isFour ? planes.b : nullptr}, width, v, v.width, false);
  sched::storeBits(call.scheduler(), wordAt(element, word), signal, 0, width, width, isFour,
                   planes.a, planes.b);
  return true;
}

void MemoryShape::load(BuiltinCall &call, int64_t address, uint64_t word,
                       value::LogicVector &v) const {
  v = value::LogicVector(width);
  uint8_t *element = placeOf(call, address, false);
  sched::loadBits(call.scheduler().planeDistance(), element ? wordAt(element, word) : nullptr, 0,
                  width, width, isFour, v.planes().a, v.planes().b);
}

} // namespace circtsim::builtins
