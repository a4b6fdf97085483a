//===- rt_order.cpp - ordering and searching arrays --------------------------===//
//
// IEEE 1800-2023 7.12.1, 7.12.2. Values to compare by are elements of an array of keys, which
// a `with` clause has filled, or of the array itself. Sorting is stable. Elements move as
// bytes: what they refer to moves with them.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Arrays.h"
#include "Runtime/Assoc.h"
#include "Runtime/Objects.h"
#include "Runtime/Random.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"
#include "Value/Words.h"

#include <algorithm>
#include <bit>
#include <numeric>

using namespace circtsim;
using namespace circtsim::model;
using namespace circtsim::runtime;
using sched::Reference;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments, uint64_t *)

/// Order of two keys: numbers (x and z by their encoding), reals, strings.
static int compareKeys(SimContext &context, TypeId id, const uint8_t *x, const uint8_t *y) {
  const TypeImage &type = context.image.types[id];
  auto three = [](auto a, auto b) { return a < b ? -1 : a > b; };
  switch (type.kind) {
  case TypeKind::String:
    return Heap::text(loadUnit(x, 8)).compare(Heap::text(loadUnit(y, 8)));
  case TypeKind::Real:
  case TypeKind::ShortReal:
    return three(std::bit_cast<double>(loadUnit(x, 8)), std::bit_cast<double>(loadUnit(y, 8)));
  case TypeKind::Logic:
  case TypeKind::Bits:
    break;
  default:
    return std::memcmp(x, y, type.size);
  }
  uint64_t distance = context.arena->planeDistance();
  uint32_t bytes = type.width <= 64 ? unitBytes(type.width) : 8, top = (type.width - 1) % 64;
  for (uint64_t word = value::wordsFor(type.width); word-- > 0;) {
    uint64_t a = loadUnit(x + word * 8, bytes), b = loadUnit(y + word * 8, bytes);
    if (type.isSigned && word == (type.width - 1) / 64) {
      a ^= uint64_t(1) << top;
      b ^= uint64_t(1) << top;
    }
    if (a != b)
      return three(a, b);
    if (type.kind == TypeKind::Logic)
      if (int order = three(loadUnit(x + distance + word * 8, bytes),
                            loadUnit(y + distance + word * 8, bytes)))
        return order;
  }
  return 0;
}

/// Puts element order[i] of an array at place i.
static void arrange(SimContext &context, const Reference &target, TypeId id,
                    const std::vector<uint32_t> &order) {
  ArrayView view(context, id, target.address);
  uint64_t bytes = view.count * view.stride, distance = context.arena->planeDistance();
  std::vector<uint8_t> sorted(2 * bytes);
  bool isFour = context.heap.traitsOf(view.element).isFour;
  for (uint64_t i = 0; i != view.count; ++i) {
    std::memcpy(&sorted[i * view.stride], view.at(order[i]), view.stride);
    if (isFour)
      std::memcpy(&sorted[bytes + i * view.stride], view.at(order[i]) + distance, view.stride);
  }
  if (context.image.types[id].kind == TypeKind::Array && !context.heap.traitsOf(id).hasArrays) {
    sched::storeObject(context.scheduler(), target.address, SignalId(target.signal), sorted.data(),
                       sorted.data() + bytes, bytes);
    return;
  }
  std::memcpy(view.first, sorted.data(), bytes);
  if (isFour)
    std::memcpy(view.first + distance, sorted.data() + bytes, bytes);
  if (!context.scheduler().isQuiet(SignalId(target.signal)))
    context.scheduler().touch(target.address, SignalId(target.signal));
}

static std::vector<uint32_t> identity(uint64_t count) {
  std::vector<uint32_t> order(count);
  std::iota(order.begin(), order.end(), 0);
  return order;
}

RT(array_sort) {
  Reference target = Reference::at(arguments), keyRef = Reference::at(arguments + 4);
  auto type = TypeId(arguments[3]);
  ArrayView view(*context, type, target.address);
  ArrayView keys(*context, TypeId(arguments[7]), keyRef.address);
  if (view.count < 2 || keys.count != view.count)
    return ExitStatus::Return;
  std::vector<uint32_t> order = identity(view.count);
  bool isDescending = arguments[8];
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    int result = compareKeys(*context, keys.element, keys.at(a), keys.at(b));
    return result == 0 ? a < b : isDescending ? result > 0 : result < 0;
  });
  arrange(*context, target, type, order);
  return ExitStatus::Return;
}

RT(array_reverse) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  std::vector<uint32_t> order = identity(ArrayView(*context, type, target.address).count);
  std::reverse(order.begin(), order.end());
  if (!order.empty())
    arrange(*context, target, type, order);
  return ExitStatus::Return;
}

RT(array_shuffle) {
  Reference target = Reference::at(arguments);
  auto type = TypeId(arguments[3]);
  std::vector<uint32_t> order = identity(ArrayView(*context, type, target.address).count);
  for (size_t i = order.size(); i > 1; --i)
    std::swap(order[i - 1], order[nextRandom(context->randomState()) % i]);
  if (!order.empty())
    arrange(*context, target, type, order);
  return ExitStatus::Return;
}

/// Positions that min (0), max (1) or unique (2, 3) choose.
static std::vector<uint32_t> chosen(SimContext &context, const ArrayView &keys, uint64_t mode) {
  if (!keys.count)
    return {};
  auto compare = [&](uint32_t a, uint32_t b) {
    return compareKeys(context, keys.element, keys.at(a), keys.at(b));
  };
  std::vector<uint32_t> order = identity(keys.count);
  if (mode < 2) {
    auto less = [&](uint32_t a, uint32_t b) { return compare(a, b) < 0; };
    return {mode == 0 ? *std::min_element(order.begin(), order.end(), less)
                      : *std::max_element(order.begin(), order.end(), less)};
  }
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    int result = compare(a, b);
    return result == 0 ? a < b : result < 0;
  });
  order.erase(std::unique(order.begin(), order.end(),
                          [&](uint32_t a, uint32_t b) { return compare(a, b) == 0; }),
              order.end());
  std::sort(order.begin(), order.end()); // of equal ones the first, in the array's order
  return order;
}

RT(array_pick) {
  Reference target = Reference::at(arguments), keyRef = Reference::at(arguments + 8);
  auto type = TypeId(arguments[3]);
  uint64_t mode = arguments[12];
  ArrayView view(*context, TypeId(arguments[7]), Reference::at(arguments + 4).address);
  ArrayView keys(*context, TypeId(arguments[11]), keyRef.address);
  std::vector<uint32_t> positions = chosen(*context, keys, mode);
  TypeId element = context->image.types[type].element;
  uint64_t stride = context->image.types[element].size;
  Arrays arrays(*context);
  ArrayObject *array = arrays.make(target.address, type);
  uint8_t *place = array ? arrays.insert(*array, element, array->count, positions.size()) : nullptr;
  if (!place)
    return ExitStatus::Fault;
  for (uint32_t i : positions) {
    if (mode != 3) {
      copyObject(*context, element, place, view.at(i));
    } else if (view.entries) {
      storeUnit(place, uint32_t(stride), reinterpret_cast<AssocEntry *>(view.entries[i])->key);
    } else {
      storeUnit(place, uint32_t(stride), i);
    }
    place += stride;
  }
  return ExitStatus::Return;
}
