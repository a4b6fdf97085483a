//===- rt_net.cpp - nets of user-defined types, drives of unpacked objects ---===//
//
// IEEE 1800-2023 6.6.7: a resolution function gets the values of all drivers of a net as a
// dynamic array, in the order in which elaboration found them. A net may be an element of an
// array of nets: drivers of the whole array take part with that element.
//
// 10.3.3: a delayed continuous assignment of an unpacked value takes the delay of its bits:
// fall if all are 0, turn-off if all are z, else rise.
//
//===----------------------------------------------------------------------===//
#include "Runtime/Arrays.h"
#include "Runtime/RuntimeABI.h"
#include "Runtime/SimContext.h"
#include "Value/WordBuffer.h"
#include "Value/Words.h"

using namespace circtsim;
using namespace circtsim::model;
using namespace circtsim::runtime;
using sched::Reference;

#define RT(Name)                                                                                   \
  extern "C" ExitStatus rt_##Name(SimContext *context, const uint64_t *arguments,        \
                                  [[maybe_unused]] uint64_t *results)

/// The net that a reference to it or one of its elements names.
static NetRecord &netOf(SimContext *context, const Reference &net) {
  Design &design = context->design();
  return design.nets[design.signals[net.signal].hooks->net];
}

/// Calls `use(driver, bit)` for the drivers of an element: `bit` is its first one in their storage.
template <typename Use>
static void forEachDriver(SimContext *context, const Reference &element, Use use) {
  Design &design = context->design();
  const NetRecord &net = netOf(context, element);
  auto bit = uint32_t((element.address - net.address) * 8);
  for (uint32_t i = 0; i != net.driverCount; ++i) {
    const DriverRecord &driver = *design.netDrivers[net.firstDriver + i];
    if (bit >= driver.lo && bit - driver.lo < driver.width)
      use(driver, driver.from + bit - driver.lo);
  }
}

RT(net_drivers) {
  Reference target = Reference::at(arguments);
  TypeId element = context->image.types[arguments[3]].element;
  uint64_t bytes = context->image.types[element].size, distance = context->arena->planeDistance();
  std::vector<const uint8_t *> values;
  forEachDriver(context, Reference::at(arguments + 4), [&](const DriverRecord &driver, uint32_t bit) {
    values.push_back(driver.address + bit / 8);
  });
  Arrays arrays(*context);
  ArrayObject *array = arrays.create(element, values.size());
  if (!array)
    return ExitStatus::Fault;
  auto *to = reinterpret_cast<uint8_t *>(array->first);
  for (const uint8_t *value : values) {
    std::memcpy(to, value, bytes);
    std::memcpy(to + distance, value + distance, bytes);
    to += bytes;
  }
  array->count = values.size();
  array->usedEnd = reinterpret_cast<decltype(array->usedEnd)>(to);
  storeUnit(target.address, 8, values.empty() ? 0 : Handle(array));
  return ExitStatus::Return;
}

RT(net_changed) {
  Reference element = Reference::at(arguments);
  bool isChanged = !netOf(context, element).isResolved;
  forEachDriver(context, element, [&](const DriverRecord &driver, uint32_t) {
    isChanged |= driver.isChanged;
  });
  results[0] = isChanged;
  return ExitStatus::Return;
}

RT(net_resolved) {
  NetRecord &net = netOf(context, Reference::at(arguments));
  net.isResolved = true;
  for (uint32_t i = 0; i != net.driverCount; ++i)
    context->design().drivers[net.firstDriver + i].isChanged = false;
  return ExitStatus::Return;
}

namespace {
/// What the delay of a value depends on.
struct Levels {
  bool allZero = true, allZ = true;
};
} // namespace

static void collect(const SimContext &context, TypeId id, const uint8_t *value, Levels &levels) {
  const TypeImage &type = context.image.types[id];
  switch (type.kind) {
  case TypeKind::Logic:
  case TypeKind::Bits: {
    uint32_t words = value::wordsFor(type.width);
    value::WordBuffer a(words), b(words);
    value::fillWords(b, 0, words); // what two-state objects do not have
    sched::loadBits(context.arena->planeDistance(), value, 0, type.width, type.width,
                    type.kind == TypeKind::Logic, a.data(), b.data());
    for (uint32_t i = 0; i != words; ++i) {
      uint64_t all = i + 1 == words ? value::topMask(type.width) : ~uint64_t(0);
      levels.allZero &= !a[i] && !b[i];
      levels.allZ &= !a[i] && b[i] == all;
    }
    return;
  }
  case TypeKind::Array:
    for (uint64_t i = 0; i != type.count; ++i)
      collect(context, type.element, value + i * type.stride, levels);
    return;
  case TypeKind::Struct:
    for (const FieldImage &field : type.fields)
      collect(context, field.type, value + field.offset, levels);
    return;
  default:
    levels.allZ = false;
    levels.allZero &= !loadUnit(value, 8);
    return;
  }
}

RT(drive_object) {
  Reference target = Reference::at(arguments), value = Reference::at(arguments + 4);
  auto type = TypeId(arguments[3]);
  Levels levels;
  if (value.address)
    collect(*context, type, value.address, levels);
  uint64_t delay = arguments[levels.allZero ? 8 : levels.allZ ? 9 : 7];
  context->scheduler().driveObject(target.address, SignalId(target.signal), value.address,
                                   context->image.types[type].size, delay);
  return ExitStatus::Return;
}
